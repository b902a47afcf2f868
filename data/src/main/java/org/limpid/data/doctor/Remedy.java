package org.limpid.data.doctor;

/**
 * What takes a finding away.
 *
 * @param command a line for a shell
 * @param change what that does, a sentence
 */
record Remedy(String command, String change) {}
