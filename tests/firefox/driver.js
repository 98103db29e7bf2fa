/**
 * Firefox for the tests: a command a line on standard input, an answer a line on standard output.
 *
 * A command is `{"do": name, ...}`, an answer `{"value": ...}` or `{"error": text}`. The browser is the one named on
 * the command line; it is spoken to over WebDriver BiDi and reaches no network: its proxy is a port where nothing listens.
 */
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const NO_PROXY = 1;
const PREFERENCES = {
  "network.proxy.type": NO_PROXY,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
  "print.always_print_silent": true,
  "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
  print_printer: "Mozilla Save to PDF",
};
const [executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  extraPrefsFirefox: PREFERENCES,
});
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {string[]} */
let noise = [];
/** @type {string[]} */
let requests = [];

/** @type {Record<string, (command: any) => unknown>} */
const COMMANDS = {
  version: () => browser.version(),
  /** A page of its own, with what it says, asks for and breaks. */
  async open({ address, width, height }) {
    if (page) await page.close();
    [noise, requests] = [[], []];
    page = await browser.newPage();
    page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => noise.push(`error: ${error instanceof Error ? error.message : error}`));
    page.on("request", (request) => requests.push(request.url()));
    await page.setViewport({ width, height });
    await page.goto(address);
  },
  noise: () => noise,
  requests: () => requests,
  evaluate: ({ script }) => page.evaluate(script),
  wait: async ({ script }) => void (await page.waitForFunction(script, { timeout: 8000 })),
  click: ({ selector }) => page.locator(selector).setTimeout(8000).click(),
  type: ({ selector, text }) => page.type(selector, text),
  press: ({ key }) => page.keyboard.press(key),
  picture: async ({ file }) => void (await page.screenshot({ path: file })),
  pdf: async () => Buffer.from(await page.pdf({ printBackground: true, preferCSSPageSize: true })).toString("base64"),
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  let answer;
  try {
    answer = { value: (await COMMANDS[command.do](command)) ?? null };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
