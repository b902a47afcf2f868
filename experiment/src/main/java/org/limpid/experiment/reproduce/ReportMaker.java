package org.limpid.experiment.reproduce;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.files.Reporter;

/**
 * Makes a report of a run with its models: what draws knows of studies, not the other way round.
 */
@FunctionalInterface
public interface ReportMaker {
  /**
   * Makes the report of a request whose results are there.
   *
   * @param request says where they are, and where the report belongs
   * @param models folder of the models of the run; empty if it had none
   * @param comparison folder of the comparison of learners; empty if there is none
   * @param reporter told how far it is
   */
  void make(
      ReproduceRequest request,
      Optional<Path> models,
      Optional<Path> comparison,
      Reporter reporter);
}
