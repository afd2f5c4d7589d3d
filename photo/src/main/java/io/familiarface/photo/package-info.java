/**
 * Makes a picture fit to be shown of whatever was uploaded, within bounds of memory and time (ADR
 * 17).
 */
package io.familiarface.photo;
