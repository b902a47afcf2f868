package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to export.
 *
 * @param model file of the model
 * @param format what to write
 * @param className full name of the Java class; empty: made from the name of the file
 * @param out where it goes
 */
public record ExportRequest(
    Path model, ExportFormat format, Optional<String> className, OutputFile out) {}
