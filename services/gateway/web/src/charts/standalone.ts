/** What of a style shows in a drawing of ours. */
const OF_SHAPES = ["fill", "stroke", "stroke-width"];
const OF_TEXT = [...OF_SHAPES, "font-family", "font-size", "font-weight", "font-feature-settings", "font-variant-numeric", "text-anchor"];

/** A drawing on the page as a file that needs no style sheet: every shape gets as attributes what it has by its classes. */
export function standalone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll("*");
  drawing.querySelectorAll("*").forEach((shape, index) => {
    const style = getComputedStyle(shape);
    const same = copies[index];
    for (const name of shape.localName === "text" ? OF_TEXT : OF_SHAPES) same?.setAttribute(name, style.getPropertyValue(name));
    same?.removeAttribute("class");
  });
  return new XMLSerializer().serializeToString(copy);
}
