"""Compiling: from text to machine code for this processor, by the LLVM that llvmlite brings."""

import ctypes
from collections.abc import Callable, Sequence
from typing import Any, Final

import llvmlite.binding as llvm

from game.kernel.emission import Printed

WIDE: Final = 8  # float64 in a vector of 512 bits
USUAL: Final = 4  # in one of 256, and in two of 128
INTRINSICS: Final = ("roundeven", "floor", "trunc", "sqrt", "fabs")
ATTRIBUTES: Final = 'attributes #0 = { nounwind noinline "no-stack-arg-probe" }'
"""No probes of the stack: nobody links them in; the frames are small."""
Run = Callable[[int, int], None]


def processor() -> str:
    """Return what machine code depends on: the processor and what it can do."""
    machine = f"{llvm.get_default_triple()} {llvm.get_host_cpu_name()} {_features()}"
    return f"{machine} {llvm.llvm_version_info}"


def lanes() -> int:
    """Return how many wars go into a vector here."""
    return WIDE if llvm.get_host_cpu_features().get("avx512dq") else USUAL


def module(printed: Sequence[Printed], entries: Sequence[str], width: int) -> str:
    """Return a whole module: the functions, and for each entry one that runs many strips."""
    declared = [
        f"declare <{width} x double> @llvm.{name}.v{width}f64(<{width} x double>)"
        for name in INTRINSICS
    ]
    declared.append(
        f"declare <{width} x double> @llvm.masked.gather.v{width}f64.v{width}p0("
        f"<{width} x ptr>, i32, <{width} x i1>, <{width} x double>)"
    )
    texts = [one.text for one in printed]
    return "\n".join([*declared, *texts, *map(_strips, entries), ATTRIBUTES])


def _strips(name: str) -> str:
    return f"""define void @run_{name}(ptr %ctx, i64 %strips) #0 {{
entry:
  %none = icmp sle i64 %strips, 0
  br i1 %none, label %done, label %again
again:
  %strip = phi i64 [0, %entry], [%next, %again]
  call void @{name}(ptr %ctx, i64 %strip)
  %next = add i64 %strip, 1
  %more = icmp slt i64 %next, %strips
  br i1 %more, label %again, label %done
done:
  ret void
}}"""


def compiled(text: str) -> bytes:
    """Return the machine code of a module, an object file."""
    try:
        parsed = llvm.parse_assembly(text)
        parsed.verify()
        return _machine().emit_object(parsed)
    except RuntimeError as trouble:
        raise CannotCompile(f"LLVM refuses them ({str(trouble).splitlines()[0]}).") from trouble


class CannotCompile(Exception):
    """The compiler refuses; the text says what it said."""


class Library:
    """Machine code in memory; it stays as long as this object."""

    def __init__(self, code: bytes) -> None:
        """Load an object file."""
        machine = _machine()
        self._engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
        self._engine.add_object_file(llvm.object_file.ObjectFileRef.from_data(code))
        self._engine.finalize_object()

    def run(self, name: str) -> Run:
        """Return the entry of a program: of the address of a context and a number of strips."""
        return self._entry(f"run_{name}", 1)

    def player(self) -> Any:
        """Return the entry of ``playing``: of four addresses and a number of strips."""
        return self._entry("play", 4)

    def _entry(self, name: str, addresses: int) -> Any:
        address = self._engine.get_function_address(name)
        if not address:
            raise LookupError(name)
        kind = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * addresses, ctypes.c_int64)
        return kind(address)


def _features() -> str:
    return llvm.get_host_cpu_features().flatten()


def _machine() -> Any:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_default_triple()
    return target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=_features(),
        opt=2,
        reloc="pic",
        codemodel="jitdefault",
        jit=True,
    )
