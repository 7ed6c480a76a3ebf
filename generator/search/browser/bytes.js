// How data arrives: Base64 of deflated bytes, as generator/search/packing.py makes it.
"use strict";

(function () {
  // Gives the bytes of a text, or rejects if they are not those that were packed, or not sealed with `seal`, if there is one:
  // the seal of those that belong together, or else the bytes' own CRC.
  cablepress.unpack = async function (text, seal) {
    const [data, crc, sealed = crc] = text.split(":");
    const deflated = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const isMeant = seal === null || parseInt(sealed, 16) === seal;
    if (!isMeant || cablepress.crc32(bytes) !== parseInt(crc, 16)) throw new Error(cablepress.say("script.not_meant"));
    return bytes;
  };

  cablepress.text = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

  // Reads numbers of seven bits a byte, the lowest first, as many as there are.
  cablepress.numbers = function (bytes) {
    const numbers = new Uint32Array(bytes.length);
    let count = 0;
    let number = 0;
    let bits = 0;
    for (const byte of bytes) {
      number |= (byte & 0x7f) << bits;
      bits += 7;
      if (byte < 0x80) {
        numbers[count++] = number;
        number = bits = 0;
      }
    }
    return numbers.slice(0, count);
  };

  // Gives the streams that `join_streams` put one behind the other.
  cablepress.streams = function (bytes, count) {
    let start = 0;
    for (let left = count; left > 0; start += 1) if (bytes[start] < 0x80) left -= 1;
    return Array.from(cablepress.numbers(bytes.subarray(0, start)), (length) => bytes.subarray(start, (start += length)));
  };

  // Puts the parts of what is too long for one file together.
  cablepress.joined = async (parts) => (parts.length > 1 ? new Uint8Array(await new Blob(parts).arrayBuffer()) : parts[0]);

  const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
    for (let bit = 0; bit < 8; bit += 1) number = number & 1 ? (number >>> 1) ^ 0xedb88320 : number >>> 1;
    return number;
  });

  cablepress.crc32 = function (bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff];
    return (crc ^ 0xffffffff) >>> 0;
  };
})();
