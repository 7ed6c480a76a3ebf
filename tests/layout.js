// Looks at the page as it is laid out now, and gives a sentence for each thing that a reader would see broken: what is wider
// than its box or the window, text that is cut off, broken or out of reach, lines of text that lie on each other.
() => {
  "use strict";

  const slack = 3; // pixels, which nobody sees
  const found = [];
  const styles = new Map();

  function styleOf(element) {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  }

  function nameOf(element) {
    const classes = typeof element.className === "string" ? element.className.trim().replace(/\s+/g, ".") : "";
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}${element.id ? `#${element.id}` : ""}${classes ? `.${classes}` : ""}> “${text}”`;
  }

  function ancestorsOf(element) {
    const all = [];
    for (let each = element; each && each !== document.body; each = each.parentElement) all.push(each);
    return all;
  }

  // What only a screen reader has, what floats over the page, and drawings, which no text can burst.
  function isApart(element) {
    return ancestorsOf(element).some((each) => {
      const style = styleOf(each);
      return style.clipPath !== "none" || style.position === "fixed" || each.localName === "svg";
    });
  }

  const scrolls = (element) => /auto|scroll/.test(styleOf(element).overflowX);
  const cuts = (element) => /hidden|clip/.test(styleOf(element).overflowX + styleOf(element).overflowY);

  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    found.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
  }

  const seen = [...document.body.querySelectorAll("*")].filter(
    (element) => element.checkVisibility() && element.getClientRects().length && !isApart(element),
  );
  for (const element of seen) {
    const isBox = element.clientWidth > 0 && element.localName !== "input" && element.localName !== "select";
    if (isBox && !scrolls(element) && element.scrollWidth > element.clientWidth + slack) {
      found.push(`${nameOf(element)}: ${element.scrollWidth} wide in a box of ${element.clientWidth}`);
    }
    if (isBox && cuts(element) && element.scrollHeight > element.clientHeight + slack) {
      found.push(`${nameOf(element)}: ${element.scrollHeight} high, cut off at ${element.clientHeight}`);
    }
  }

  // Each line of each text, as far as what scrolls shows it.
  const lines = [];
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const visible = new Set(seen);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !visible.has(parent)) continue;
    texts.push(walker.currentNode);
    const box = ancestorsOf(parent).find(scrolls)?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const rect of range.getClientRects()) {
      const left = Math.max(rect.left, box ? box.left : -Infinity);
      const right = Math.min(rect.right, box ? box.right : Infinity);
      if (right - left > slack && rect.height > slack) lines.push({ left, right, top: rect.top, bottom: rect.bottom, parent });
    }
  }
  for (const line of lines) {
    if (line.left < -slack || line.right > width + slack) found.push(`${nameOf(line.parent)}: text outside of the window`);
  }

  // Words that are broken in two although a line of half the window would hold them. Long texts are not asked word by word.
  for (const node of texts.filter(({ data }) => data.length < 200)) {
    for (const word of node.data.matchAll(/(?<!\S)\p{L}{2,20}(?![^\s,;:.])/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const parts = [...range.getClientRects()];
      const isBroken = new Set(parts.map(({ top }) => Math.round(top))).size > 1;
      if (isBroken && parts.reduce((sum, part) => sum + part.width, 0) < width / 2) {
        found.push(`${nameOf(node.parentElement)}: “${word[0]}” is broken in two`);
      }
    }
  }

  lines.sort((one, other) => one.top - other.top);
  lines.forEach((line, index) => {
    for (let next = index + 1; next < lines.length && lines[next].top < line.bottom; next += 1) {
      const other = lines[next];
      const high = Math.min(line.bottom, other.bottom) - other.top;
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      // The boxes of lines that follow each other closely touch; their letters do not.
      if (wide > 2 && high > Math.min(line.bottom - line.top, other.bottom - other.top) / 2) {
        found.push(`${nameOf(line.parent)} lies on ${nameOf(other.parent)}`);
      }
    }
  });
  return [...new Set(found)].slice(0, 20);
};
