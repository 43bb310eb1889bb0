/* Enhances what works without it: copying the address, suggestions in the search box. */

const text = (tag, content) => Object.assign(document.createElement(tag), { textContent: content });

function offerCopy(button) {
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.dataset.done;
    } catch {
      status.textContent = button.dataset.copy;
    }
  });
}

/* WAI-ARIA combobox with a list; the focus stays in the box, the arrow keys move the choice. */
class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = Object.assign(document.createElement("ul"), { id: `${input.id}-list`, className: "suggestions", hidden: true });
    this.status = Object.assign(text("span", ""), { className: "hidden" });
    this.chosen = -1;
    this.options = [];
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.label);
    this.status.setAttribute("role", "status");
    for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id }))
      input.setAttribute(name, value);
    input.form.append(this.list, this.status);
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  ask() {
    const wanted = this.input.value.trim();
    if (wanted.length < 2) return this.close();
    clearTimeout(this.timer);
    this.request?.abort();
    this.timer = setTimeout(() => this.fetch(wanted), 120);
  }

  async fetch(wanted) {
    this.request = new AbortController();
    try {
      const address = new URL(this.input.dataset.suggest, location);
      address.searchParams.set("q", wanted);
      const answer = await fetch(address, { signal: this.request.signal });
      if (answer.ok) this.show((await answer.json()).suggestions);
    } catch {
      this.close();
    }
  }

  show(found) {
    this.options = found.slice(0, 8).map((item, index) => {
      const option = text("li", item.title);
      option.id = `${this.list.id}-${index}`;
      option.dataset.url = item.url;
      if (item.language) option.lang = item.language;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      // The kind is said in the page's language, whatever that of the title.
      if (item.kind) option.append(Object.assign(text("small", item.kind), { lang: document.documentElement.lang }));
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => location.assign(item.url));
      return option;
    });
    this.list.replaceChildren(...this.options);
    this.choose(-1);
    this.open(this.options.length > 0);
    this.status.textContent = this.input.dataset.count.replace("0", this.options.length);
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.open(false);
    this.choose(-1);
    this.status.textContent = "";
  }

  choose(index) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = index;
    const option = this.options[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (this.list.hidden) return this.reopen(event);
    const last = this.options.length - 1;
    // The first Escape closes the list and leaves what was typed; the browser's own would empty the box.
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.choose(this.chosen < last ? this.chosen + 1 : -1);
    else if (event.key === "ArrowUp") this.choose(this.chosen < 0 ? last : this.chosen - 1);
    else if (event.key === "Enter" && this.chosen >= 0) location.assign(this.options[this.chosen].dataset.url);
    else return;
    event.preventDefault();
  }

  /* Down and Up open a closed list again, as the pattern of a combobox asks; what was typed since is asked anew. */
  reopen(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (this.input.value.trim().length < 2) return;
    event.preventDefault();
    this.ask();
  }
}

document.querySelectorAll("button[data-copy]").forEach(offerCopy);
document.querySelectorAll("input[data-suggest]").forEach((input) => new Suggestions(input));
