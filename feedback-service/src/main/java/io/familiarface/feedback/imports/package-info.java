/** What the imports of feedback and of complaints have in common: a line is about a customer. */
package io.familiarface.feedback.imports;
