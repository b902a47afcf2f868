package org.limpid.models.tool;

import java.nio.file.Path;
import org.limpid.data.io.CsvTexts;

/**
 * What to predict.
 *
 * @param model file of the model
 * @param csv rows to predict for
 * @param uncertainty whether deviations over the bags are wanted
 * @param texts how names of classes stand in the predictions
 * @param out where the predictions go
 */
public record PredictRequest(
    Path model, Path csv, boolean uncertainty, CsvTexts texts, OutputFile out) {}
