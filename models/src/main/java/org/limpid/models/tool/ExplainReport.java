package org.limpid.models.tool;

/**
 * An explanation.
 *
 * @param text for people
 * @param value for programs: becomes JSON
 */
public record ExplainReport(String text, Object value) {}
