// A cable's text as blocks, read from its page: the page that is shown, or one that was only parsed.
(function () {
  "use strict";

  const BLOCKS = ":scope > :not(h2, ul, .scroll, .notice), :scope > ul > li, :scope > .scroll"; // in their order
  const FURNITURE = "[href^='#p'], abbr, b, i"; // numbers of paragraphs, portion marks, what items hang on: not in the index either

  // Gives the blocks of the text in a document. `anchor` is the id of the block, or of the nearest before it that has one;
  // `prose` is false for headings, tables and the signer.
  cablepress.blocksOf = function (root) {
    const text = root.querySelector(".text");
    const blocks = [];
    let anchor = "";
    for (const element of text ? text.querySelectorAll(BLOCKS) : []) {
      anchor = element.id || anchor;
      const block = cablepress.blockOf(element, anchor);
      if (block.text.trim() !== "") blocks.push(block);
    }
    return blocks;
  };

  // Gives the blocks without their nodes: what can be sent to another page.
  cablepress.plainBlocks = function (root) {
    return cablepress.blocksOf(root).map(({ anchor, text, prose }) => ({ anchor, text, prose }));
  };

  // Gives one element as a block; `nodes` are the pieces of its text, each with its place in it.
  cablepress.blockOf = function (element, anchor) {
    const accept = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(FURNITURE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    };
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, accept);
    const nodes = [];
    let start = 0;
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start });
      start += walker.currentNode.data.length;
    }
    const text = nodes.map(({ node }) => node.data).join("");
    return { anchor, text, prose: element.matches("p:not(.signer), li"), nodes };
  };
})();
