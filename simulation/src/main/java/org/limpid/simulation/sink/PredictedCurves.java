package org.limpid.simulation.sink;

import java.util.Arrays;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;

/** Marks, in the records of jobs, those whose scaling curve nobody measured. */
public final class PredictedCurves {
  /** 1: a model predicts the scaling curve of the job, or a part of it. */
  public static final String COLUMN = "predicted_scaling";

  private PredictedCurves() {}

  /** The records with this column; the same records if all curves are measured. */
  public static JobRecords addedTo(JobRecords records, Trace trace, ScalingCurves curves) {
    if (curves.all().stream().noneMatch(ScalingCurve::isPredicted)) {
      return records;
    }
    long[] predicted = new long[records.size()];
    Arrays.setAll(
        predicted,
        row ->
            curves
                    .find(trace.optional().text(JobAttribute.SCALING, row))
                    .filter(ScalingCurve::isPredicted)
                    .isPresent()
                ? 1
                : 0);
    return records.with(new JobColumn.Whole(COLUMN, predicted));
  }
}
