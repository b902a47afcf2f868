package org.limpid.app.explain;

/**
 * An answer as text and as values for JSON.
 *
 * @param text for people
 * @param value maps, lists, texts and numbers
 */
public record Answer(String text, Object value) {}
