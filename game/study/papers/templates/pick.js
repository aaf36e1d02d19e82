(function () {
  var form = document.getElementById("pick");
  form.addEventListener("change", function () {
    var wanted = Array.prototype.map.call(form.querySelectorAll("select"), function (one) {
      return one.value;
    }).filter(Boolean);
    var shown = 0;
    Array.prototype.forEach.call(form.parentNode.querySelectorAll("article"), function (one) {
      var tags = one.getAttribute("data-tags").split(" ");
      one.hidden = wanted.some(function (tag) { return tags.indexOf(tag) < 0; });
      shown += one.hidden ? 0 : 1;
    });
    document.getElementById("picked").textContent = shown + " shown";
  });
})();
