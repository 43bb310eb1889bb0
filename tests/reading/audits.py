"""Runs axe-core and HTML_CodeSniffer in the page that is open, with nothing ignored."""

from typing import Any

from playwright.sync_api import Page

from tests.servers.npm_tools import NpmTools

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe leaves target-size (WCAG 2.5.8) out unless it is asked for.
AXE = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
  });
  return found.violations.map((rule) => rule.id + ": " + rule.help + " | " +
    rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 150) + " " + node.failureSummary).join(" | "));
}"""
SNIFFER = """() => new Promise((resolve, reject) => HTMLCS.process("WCAG2AA", document, () => resolve(
  HTMLCS.getMessages().filter((one) => one.type === HTMLCS.ERROR).map(
    (one) => one.code + ": " + one.msg + " | " + (one.element.outerHTML || "").slice(0, 150))), reject))"""
WIDTHS = (320, 412, 1280)
SCHEMES = ("light", "dark")


class Auditor:
    """The two checkers, read once from the npm folder."""

    def __init__(self, tools: NpmTools) -> None:
        self.axe_source = tools.axe_source
        self.sniffer_source = (tools.folder / "@pa11y" / "html_codesniffer" / "build" / "HTMLCS.js").read_text()

    def findings(self, page: Page) -> list[str]:
        """Return what axe finds in every width and colour scheme, and HTML_CodeSniffer in both schemes."""
        page.evaluate(self.axe_source)
        page.evaluate(self.sniffer_source)
        found: list[Any] = []
        for scheme in SCHEMES:
            # Without motion colours change at once; half-way colours would be measured otherwise.
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found += [f"{scheme} {width} {one}" for one in page.evaluate(AXE, TAGS)]
            found += [f"{scheme} {one}" for one in page.evaluate(SNIFFER)]
        return found
