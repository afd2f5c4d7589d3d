/** No log names a person, and nothing from outside writes a line of its own into one. */
package io.familiarface.rest.logging;
