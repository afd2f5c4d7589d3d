/** Letters from the company's own templates, as pages and as PDF. */
package io.familiarface.customers.letter;
