// Builds elements; text goes in as text nodes only, so that nothing in a name is ever markup.

/**
 * An element with properties and children. `on` takes listeners, `aria` takes aria-attributes;
 * children that are null, undefined or false are left out.
 */
export function el(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

/** The same in SVG. */
export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function filled(element, { on = {}, aria = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  for (const [name, value] of Object.entries(aria)) {
    element.setAttribute(`aria-${name}`, value);
  }
  for (const [event, listener] of Object.entries(on)) {
    element.addEventListener(event, listener);
  }
  element.append(...children.flat().filter(isThere));
  return element;
}

/** Puts one thing in the place of whatever is there. */
export function show(place, ...children) {
  place.replaceChildren(...children.flat().filter(isThere));
}

function isThere(child) {
  return child !== null && child !== undefined && child !== false;
}
