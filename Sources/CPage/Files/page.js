// Comfort for those whose browser runs scripts; everything works without it. Nothing newer than Chromium 86.
"use strict";
(function () {
  var hits = Array.prototype.slice.call(document.querySelectorAll(".hit, .copies"));
  var place = -1;

  function select(next) {
    if (!hits.length) { return; }
    if (place >= 0) { hits[place].classList.remove("selected"); }
    place = Math.max(0, Math.min(hits.length - 1, next));
    hits[place].classList.add("selected");
    hits[place].scrollIntoView({ block: "nearest" });
    var link = hits[place].querySelector("a");
    if (link) { link.focus({ preventScroll: true }); }
  }

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  document.addEventListener("keydown", function (event) {
    // An input method is composing: its keys are its own.
    if (event.isComposing || event.keyCode === 229) { return; }
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (isTyping(event.target)) {
      if (event.key === "Escape") { event.target.blur(); }
      return;
    }
    var box = document.getElementById("q");
    if (event.key === "/" && box) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "j") {
      select(place + 1);
    } else if (event.key === "k") {
      select(place - 1);
    } else if (event.key === "n" || event.key === "p") {
      var link = document.querySelector(event.key === "n" ? "a[rel=next]" : "a[rel=prev]");
      if (link) { link.click(); }
    }
  });

  // Over plain http from another machine there is no clipboard interface: the old command still copies.
  function copy(text, done) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, function () { copyOld(text, done); });
    } else {
      copyOld(text, done);
    }
  }

  function copyOld(text, done) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "hidden";
    document.body.appendChild(area);
    area.select();
    if (document.execCommand("copy")) { done(); }
    area.remove();
  }

  // Collecting without leaving the page.
  Array.prototype.forEach.call(document.querySelectorAll("form.collect"), function (form) {
    form.addEventListener("submit", function (event) {
      if (!window.fetch || !window.URLSearchParams) { return; }
      event.preventDefault();
      var button = form.querySelector("button");
      var body = new URLSearchParams();
      body.append("place", form.elements.place.value);
      body.append("add", "1");
      button.disabled = true;
      fetch(form.action, { method: "POST", body: body, headers: { Accept: "application/json" } }).then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.json();
      }).then(function (basket) {
        button.textContent = button.dataset.done;
        document.getElementById("collected").textContent = "(" + basket.count + ")";
      }).catch(function () {
        // The page that says what is wrong.
        form.submit();
      });
    });
  });

  Array.prototype.forEach.call(document.querySelectorAll("button.copy"), function (button) {
    var label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(button.dataset.copy, function () {
        button.textContent = button.dataset.done;
        setTimeout(function () { button.textContent = label; }, 1500);
      });
    });
  });
})();
