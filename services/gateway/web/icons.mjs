// Draws the icons of the installed page as PNG from the mark in app/icon.svg, into the export.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

// The evening of the dark theme: an icon stands on pages of any colour and has but one look.
const PAPER = [0x17, 0x0f, 0x1b];
const EMBER = [0xff, 0x9a, 0x6c];

/**
 * `wide`: the mark's part of the width. `corner`: the radius of the corners as a part of the width. What is cut to shape by
 * the system has none, and a mark that stays inside the inner 80 % that no shape touches.
 */
const ICONS = [
  { name: "192.png", size: 192, wide: 0.6, corner: 0.22 },
  { name: "512.png", size: 512, wide: 0.6, corner: 0.22 },
  { name: "maskable-512.png", size: 512, wide: 0.5, corner: 0 },
  { name: "apple-180.png", size: 180, wide: 0.56, corner: 0 },
];

const svg = readFileSync("app/icon.svg", "utf8");
const number = (element, name) => Number(element.match(new RegExp(`\\s${name}="([^"]+)"`))?.[1] ?? 0);
const STROKES = [...svg.matchAll(/<rect[^>]*>/g)].map(([element]) => ({
  x: number(element, "x"), y: number(element, "y"), width: number(element, "width"), height: number(element, "height"),
}));
const MARK = {
  width: Math.max(...STROKES.map(({ x, width }) => x + width)),
  height: Math.max(...STROKES.map(({ y, height }) => y + height)),
};

/** How much of the pixel around a point lies inside a box with round corners: 0 to 1, so that edges are smooth. */
function covered(x, y, box, radius) {
  const dx = Math.abs(x - box.x - box.width / 2) - box.width / 2 + radius;
  const dy = Math.abs(y - box.y - box.height / 2) - box.height / 2 + radius;
  const distance = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  return Math.min(Math.max(0.5 - distance, 0), 1);
}

function draw({ size, wide, corner }) {
  const scale = (size * wide) / MARK.width;
  const strokes = STROKES.map(({ x, y, width, height }) => ({
    x: size * (1 - wide) / 2 + x * scale, y: (size - MARK.height * scale) / 2 + y * scale, width: width * scale, height: height * scale,
  }));
  const whole = { x: 0, y: 0, width: size, height: size };
  const rows = Buffer.alloc(size * (1 + 4 * size)); // a row begins with the number of its filter: none
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [px, py] = [x + 0.5, y + 0.5];
      const ember = Math.max(...strokes.map((stroke) => covered(px, py, stroke, stroke.width / 2)));
      const colour = PAPER.map((paper, channel) => Math.round(paper + (EMBER[channel] - paper) * ember));
      const alpha = corner > 0 ? Math.round(255 * covered(px, py, whole, size * corner)) : 255;
      rows.set([...colour, alpha], y * (1 + 4 * size) + 1 + 4 * x);
    }
  }
  return png(size, rows);
}

function png(size, rows) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8); // eight bits each of red, green, blue and alpha
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The check of a chunk as PNG wants it; Node's own is not in every 20. */
function crc32(data) {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

mkdirSync("out/icons", { recursive: true });
for (const icon of ICONS) writeFileSync(`out/icons/${icon.name}`, draw(icon));
