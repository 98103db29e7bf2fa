// A button that opens a small box below it: closed by Escape, by a click elsewhere, by leaving it with the keyboard.
import { Component, createRef } from "preact";
import { html } from "../html.js";
import { icon } from "./icon.js";

/** @extends {Component<{id: string, name: string, label: Content, isRight?: boolean, isOn?: boolean, children?: Content}, {isOpen: boolean}>} */
export class Popover extends Component {
  state = { isOpen: false };
  root = /** @type {import("preact").RefObject<HTMLElement>} */ (createRef());
  /** @param {Event} event */
  left = (event) => {
    const root = this.root.current;
    const target = /** @type {Node} */ (event.target);
    // A click on words in the box focuses what is around the box: that is not leaving it.
    const isAround = event.type === "focusin" && target.contains(root);
    if (this.state.isOpen && !isAround && !root?.contains(target)) this.setState({ isOpen: false });
  };

  componentDidMount() {
    document.addEventListener("pointerdown", this.left);
    document.addEventListener("focusin", this.left);
  }

  componentWillUnmount() {
    document.removeEventListener("pointerdown", this.left);
    document.removeEventListener("focusin", this.left);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.key !== "Escape" || !this.state.isOpen) return;
    event.stopPropagation();
    this.setState({ isOpen: false });
    this.root.current?.querySelector("button")?.focus();
  }

  render() {
    const { id, name, label, isRight, isOn, children } = this.props;
    const { isOpen } = this.state;
    return html`<div class="popover" ref=${this.root} onKeyDown=${(/** @type {KeyboardEvent} */ event) => this.pressed(event)}>
      <button type="button" class=${isOn ? "button on" : "button"} aria-expanded=${String(isOpen)} aria-controls=${id} aria-label=${name}
        onClick=${() => this.setState({ isOpen: !isOpen })}>${label} ${icon("unfold")}</button>
      <div id=${id} class=${isRight ? "popover-box right" : "popover-box"} role="group" aria-label=${name} hidden=${!isOpen}>${isOpen ? children : null}</div>
    </div>`;
  }
}
