// Reads a line "label hex" for each input and writes the code points, in hex,
// that TextDecoder makes of the bytes.
const lines = require("fs").readFileSync(0, "latin1").split("\n");
const out = [];
const decoders = new Map();
for (const line of lines) {
  if (line === "") continue;
  const [label, hex] = line.split(" ");
  if (!decoders.has(label)) decoders.set(label, new TextDecoder(label));
  const points = [];
  for (const c of decoders.get(label).decode(Buffer.from(hex, "hex"))) points.push(c.codePointAt(0).toString(16));
  out.push(points.join(" "));
}
process.stdout.write(out.join("\n") + "\n");
