// Times Mozilla Readability over the pages of a list, as `speed external` does:
//
//	node readability.mjs jsdom|linkedom LIST ROUNDS
//
// The list has a line for each page: path, address, charset. jsdom gets the
// bytes and finds the charset itself; linkedom takes text, which TextDecoder
// makes in the charset of the list. One line of JSON says what each round took
// of the processor, the first of them being cold.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";

const [builder, list, rounds] = process.argv.slice(2);

// Only the library that is measured is loaded.
const builders = {
  async jsdom() {
    const { JSDOM, VirtualConsole } = await import("jsdom");
    const quiet = new VirtualConsole();
    return (page) => new JSDOM(page.bytes, { url: page.address, contentType: "text/html", virtualConsole: quiet }).window;
  },
  async linkedom() {
    const { parseHTML } = await import("linkedom");
    return (page) => parseHTML(new TextDecoder(page.charset).decode(page.bytes));
  },
};
const build = await builders[builder]();

const pages = readFileSync(list, "utf8").trim().split("\n").map((line) => {
  const [path, address, charset] = line.split("\t");
  return { bytes: readFileSync(path), address, charset };
});

const cpu = [];
let failed = 0;
for (let round = 0; round < Number(rounds); round++) {
  const before = process.cpuUsage();
  failed = 0;
  for (const page of pages) {
    let window;
    try {
      window = build(page);
      if (!new Readability(window.document).parse()?.textContent) failed++;
    } catch {
      failed++;
    }
    if (builder === "jsdom") {
      window?.close();
      await new Promise(setImmediate); // a closed window is freed by the event loop
    }
  }
  const took = process.cpuUsage(before);
  cpu.push((took.user + took.system) / 1000);
}
const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
console.log(JSON.stringify({
  version: `Node ${process.version}, @mozilla/readability ${version("@mozilla/readability")}, ${builder} ${version(builder)}`,
  cpu,
  failed,
}));
