/* Languages side by side or one at a time: the officer's choice, remembered in this browser; wishes about them. */
(() => {
    "use strict";

    const KEY = "languages.view";
    const NARROW = 640;

    const remembered = () => {
        try {
            return localStorage.getItem(KEY) || "all";
        } catch (error) {
            return "all";
        }
    };

    const remember = (view) => {
        try {
            localStorage.setItem(KEY, view);
        } catch (error) {
            /* Private windows refuse: the choice then lasts as long as the page. */
        }
    };

    let view = remembered();
    let tab = view === "all" ? "1" : view;

    const languagesOf = (panel) => Array.from(panel.querySelectorAll(":scope > .localized__languages > [data-language]"));

    const isNarrow = (panel) => panel.clientWidth > 0 && panel.clientWidth < NARROW;

    const countErrors = (panel) => {
        const counts = languagesOf(panel).map((language) => language.querySelectorAll(".error-message").length);
        panel.querySelectorAll(":scope > [data-localized-switch] [data-errors]").forEach((badge, index) => {
            badge.hidden = !counts[index];
            badge.textContent = counts[index] || "";
        });
        return counts;
    };

    const show = (panel) => {
        const count = languagesOf(panel).length;
        const bar = panel.querySelector(":scope > [data-localized-switch]");
        const narrow = isNarrow(panel);
        let shown = narrow || view !== "all" ? (view === "all" ? tab : view) : "all";
        if (shown !== "all" && Number(shown) > count) shown = "1";
        panel.dataset.shown = shown;
        if (!bar) return;
        bar.hidden = count < 2;
        bar.querySelectorAll("[data-view]").forEach((button) => {
            button.hidden = narrow && button.dataset.view === "all";
            button.setAttribute("aria-pressed", String(button.dataset.view === shown));
        });
    };

    const panels = () => document.querySelectorAll("[data-localized]");
    const showAll = () => panels().forEach(show);

    const observer = new ResizeObserver((entries) => entries.forEach((entry) => show(entry.target)));

    const watch = (root) => {
        root.querySelectorAll("[data-localized]:not([data-watched])").forEach((panel) => {
            panel.dataset.watched = "";
            observer.observe(panel);
            const counts = countErrors(panel);
            const first = counts.findIndex((count) => count > 0);
            if (first >= 0 && !counts[Number(tab) - 1]) {
                tab = String(first + 1);
                if (view !== "all") view = tab;
            }
            show(panel);
        });
    };

    const choose = (button) => {
        const chosen = button.dataset.view;
        const narrow = isNarrow(button.closest("[data-localized]"));
        if (chosen !== "all") tab = chosen;
        if (!narrow || view !== "all") {
            view = chosen;
            remember(view);
        }
        showAll();
    };

    /* A wish (copy a language, mark it as up to date) is saved with the draft. */
    const wish = (button) => {
        const question = button.dataset.confirm;
        if (question && !window.confirm(question)) return;
        const form = button.form || button.closest("form");
        /* A submitter, not a field: Wagtail would take a new field for a change and start to save by itself. */
        const submitter = document.createElement("button");
        Object.assign(submitter, { type: "submit", hidden: true, name: button.dataset.wish, value: button.dataset.value });
        form.append(submitter);
        form.requestSubmit(submitter);
    };

    /* A save by hand waits for the answer of an autosave, of a new page above all: it would be created twice. */
    const PATIENCE = { old: 2000, new: 8000 };
    let isSaving = false;
    let goOn = null;

    const saved = () => {
        isSaving = false;
        if (goOn) goOn();
    };

    const waitForAutosave = (event) => {
        if (!isSaving || event.defaultPrevented || !event.target.matches("form[data-edit-form]")) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const form = event.target;
        const pressed = event.submitter;
        if (goOn) return;
        const wait = setTimeout(saved, /\/add\//.test(form.action) ? PATIENCE.new : PATIENCE.old);
        goOn = () => {
            clearTimeout(wait);
            goOn = null;
            if (!pressed) return form.requestSubmit();
            /* Wagtail switches the pressed button off meanwhile; what is off is not sent. */
            const again = document.createElement("button");
            Object.assign(again, { type: "submit", hidden: true, name: pressed.name, value: pressed.value });
            if (pressed.hasAttribute("formaction")) again.setAttribute("formaction", pressed.getAttribute("formaction"));
            form.append(again);
            form.requestSubmit(again);
        };
    };

    document.addEventListener("w-autosave:save", () => (isSaving = true));
    document.addEventListener("w-autosave:success", saved);
    document.addEventListener("w-autosave:error", saved);
    document.addEventListener("submit", waitForAutosave, { capture: true });

    document.addEventListener("click", (event) => {
        const button = event.target.closest("button[data-view], button[data-wish]");
        if (!button) return;
        if (button.dataset.view) choose(button);
        else wish(button);
    });

    const start = () => {
        watch(document);
        showAll();
        /* Children added in the form bring panels of their own. */
        new MutationObserver((changes) => {
            if (changes.some((change) => change.addedNodes.length)) watch(document);
        }).observe(document.querySelector("form[data-edit-form]") || document.body, { childList: true, subtree: true });
    };

    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
})();
