/* A slug follows the title of its own language while that is typed, by the server's rules, until somebody edits it. */
(() => {
    "use strict";

    const PAUSE = 250;

    const connect = (slug) => {
        const title = document.getElementById(slug.dataset.slugOf);
        if (!title || slug.dataset.slugConnected !== undefined) return;
        slug.dataset.slugConnected = "";
        let follows = slug.dataset.slugFollows !== undefined;
        let timer = 0;
        let request = null;

        const suggest = async () => {
            request?.abort();
            request = new AbortController();
            const address = new URL(slug.dataset.slugUrl, window.location.href);
            address.searchParams.set("title", title.value);
            try {
                const answer = await fetch(address, { signal: request.signal, headers: { Accept: "application/json" } });
                if (!answer.ok || !follows) return;
                slug.value = (await answer.json()).slug;
                slug.dispatchEvent(new Event("change", { bubbles: true }));
            } catch (error) {
                /* Another letter was typed, or the line is down: the server fills an empty slug when it saves. */
            }
        };

        title.addEventListener("input", () => {
            if (!follows) return;
            window.clearTimeout(timer);
            timer = window.setTimeout(suggest, PAUSE);
        });
        slug.addEventListener("input", () => {
            follows = slug.value === "" && slug.dataset.slugFixed === undefined;
            window.clearTimeout(timer);
        });
    };

    const start = () => document.querySelectorAll("input[data-slug-of]").forEach(connect);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
})();
