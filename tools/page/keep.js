// The save bridge: what the game keeps lies in this browser's own database, a file an entry.

const STORE = "files";

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("overture", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function store(mode) {
  return (await opened()).transaction(STORE, mode).objectStore(STORE);
}

/** Return every kept file, its path with its bytes. */
export async function all() {
  const names = await done((await store("readonly")).getAllKeys());
  const found = {};
  for (const name of names) found[name] = await done((await store("readonly")).get(name));
  return found;
}

/** Keep a file, or remove it where `bytes` is null. */
export async function keep(path, bytes) {
  const files = await store("readwrite");
  await done(bytes === null ? files.delete(path) : files.put(bytes, path));
}
