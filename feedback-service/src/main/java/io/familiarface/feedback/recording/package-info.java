/**
 * What feedback and complaints have in common: they are written down of a customer, or imported.
 */
package io.familiarface.feedback.recording;
