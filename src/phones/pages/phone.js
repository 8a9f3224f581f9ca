// Makes the page live. Everything that it does can be had without it: by the forms, and by loading the page again.
(function () {
  "use strict";
  if (!window.EventSource || !document.querySelector || !document.addEventListener) { return; }
  var address = document.body.getAttribute("data-live");
  var again = document.getElementById("again");
  var note = document.getElementById("status");
  var clock = document.getElementById("clock");
  var source = null;
  var later = null;
  var ends = null;

  function say(text) { note.textContent = text; }

  function setClock(left) {
    ends = left === "" ? null : new Date().getTime() + 1000 * Number(left);
    showClock();
  }

  function showClock() {
    if (ends === null) { clock.textContent = ""; return; }
    var left = Math.max(0, Math.round((ends - new Date().getTime()) / 1000));
    var seconds = left % 60;
    clock.textContent = left === 0 ? "The time is over." : Math.floor(left / 60) + ":" + (seconds < 10 ? "0" : "") + seconds + " left";
  }

  function countDots() {
    var set = document.querySelector("fieldset[data-dots]");
    if (!set) { return; }
    var selects = set.getElementsByTagName("select");
    var left = Number(set.getAttribute("data-dots"));
    for (var i = 0; i < selects.length; i += 1) { left -= Number(selects[i].value); }
    set.querySelector(".left").textContent =
      left < 0 ? "That is " + -left + " too many." : left === 1 ? "1 dot is left." : left + " dots are left.";
  }

  // What was typed, chosen and not sent yet is not lost when the region around it is replaced.
  function unsent(region) {
    var form = region.querySelector("form[data-number]");
    var found = { number: form && form.getAttribute("data-number"), text: "", fields: [] };
    var fields = form ? form.querySelectorAll("textarea, select, input[type=radio]") : [];
    for (var i = 0; i < fields.length; i += 1) {
      var field = fields[i];
      if (field.type === "radio") {
        if (field.checked !== field.defaultChecked) { found.fields.push([field.name, field.value, field.checked]); }
      } else if (field.tagName === "TEXTAREA") {
        if (field.value !== field.defaultValue) { found.text = field.value; }
      } else {
        found.fields.push([field.id, field.value, null]);
      }
    }
    return found;
  }

  function putBack(region, found) {
    var form = region.querySelector("form[data-number]");
    if (form && form.getAttribute("data-number") === found.number) {
      var area = form.querySelector("textarea");
      if (area && found.text) { area.value = found.text; }
      for (var i = 0; i < found.fields.length; i += 1) {
        var kept = found.fields[i];
        var field = kept[2] === null ? document.getElementById(kept[0])
          : form.querySelector("input[name='" + kept[0] + "'][value='" + kept[1] + "']");
        if (field && kept[2] === null) { field.value = kept[1]; } else if (field) { field.checked = kept[2]; }
      }
    } else if (found.text) {
      var box = document.createElement("div");
      var quote = document.createElement("blockquote");
      box.className = "notice";
      box.appendChild(document.createElement("p")).textContent = "Not sent, because the question is over. You had typed:";
      quote.textContent = found.text;
      box.appendChild(quote);
      region.insertBefore(box, region.firstChild);
    }
  }

  function replace(id, data) {
    var cut = data.indexOf("\n");
    var mark = data.slice(0, cut);
    var region = document.getElementById(id);
    if (!region || region.getAttribute("data-mark") === mark) { return; }
    var title = region.querySelector("h1");
    var before = title && title.textContent;
    var hadFocus = region.contains(document.activeElement);
    var found = unsent(region);
    region.innerHTML = data.slice(cut + 1);
    region.setAttribute("data-mark", mark);
    putBack(region, found);
    countDots();
    title = region.querySelector("h1");
    if (title && title.textContent !== before) { say("A new question."); }
    else if (title && region.querySelector(".bars")) { say("The answers are shown."); }
    if (title && hadFocus) { title.focus(); }
  }

  function stop() {
    if (source) { source.close(); }
    source = null;
    again.hidden = false;
  }

  function over() {
    stop();
    source = false;
    again.hidden = true;
    ends = null;
    document.getElementById("main").innerHTML =
      "<h1 tabindex=\"-1\">The session is over.</h1><p>Thank you. Nothing of it is left on this phone but a random number, and your browser forgets that tonight.</p>";
  }

  function start() {
    if (source !== null || document.hidden) { return; }
    clearTimeout(later);
    source = new EventSource(address);
    source.onopen = function () { again.hidden = true; };
    source.onerror = function () {
      again.hidden = false;
      if (source && source.readyState === 2) { stop(); later = setTimeout(start, 10000); }
    };
    source.addEventListener("asked", function (event) { replace("asked", event.data); });
    source.addEventListener("count", function (event) { document.getElementById("count").textContent = event.data.trim(); });
    source.addEventListener("line", function (event) { replace("line", event.data); });
    source.addEventListener("clock", function (event) { setClock(event.data.trim()); });
    source.addEventListener("elsewhere", function () { stop(); say("This page is live in another window of your browser."); });
    source.addEventListener("over", over);
  }

  document.addEventListener("change", countDots);
  document.addEventListener("visibilitychange", function () {
    if (source === false) { return; }
    if (document.hidden) { stop(); } else { start(); }
  });
  window.addEventListener("focus", start);
  window.addEventListener("pagehide", function () { if (source) { stop(); } });
  window.addEventListener("pageshow", start);
  setClock(clock.getAttribute("data-left"));
  setInterval(showClock, 1000);
  countDots();
  start();
}());
