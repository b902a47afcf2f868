package org.limpid.bench.models;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;

/**
 * Fits one case in a JVM of its own and prints figures as lines {@code name=value}. Where a case
 * has several splits, accuracy and seconds are means over them.
 *
 * <p>Arguments: case, seed, number of threads, further parameters as {@code name=value}.
 */
final class FitOnce {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private FitOnce() {}

  public static void main(String[] arguments) {
    ModelCase modelCase = ModelCase.named(arguments[0]).orElseThrow();
    EbmParameters parameters =
        modelCase.parameters(Integer.parseInt(arguments[1])).with(changes(arguments));
    EbmTrainer trainer = new EbmTrainer(parameters, Integer.parseInt(arguments[2]));
    List<CaseSplit> splits = modelCase.splits();
    Map<String, Double> sums = new LinkedHashMap<>();
    for (CaseSplit split : splits) {
      fit(trainer, split).forEach((name, value) -> sums.merge(name, value, Double::sum));
    }
    sums.put(Accuracy.PROCESS_CPU_SECONDS, SYSTEM.getProcessCpuTime() / 1e9);
    sums.forEach((name, value) -> System.out.println(name + "=" + value / splits.size()));
  }

  private static Map<String, String> changes(String[] arguments) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (int i = 3; i < arguments.length; i++) {
      String[] change = arguments[i].split("=", 2);
      changes.put(change[0], change[1]);
    }
    return changes;
  }

  /** The CPU time of a fit is that of the whole process: compiler and collector included. */
  private static Map<String, Double> fit(EbmTrainer trainer, CaseSplit split) {
    long cpuBefore = SYSTEM.getProcessCpuTime();
    long before = System.nanoTime();
    EbmModel model = trainer.train(split.train());
    double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e9;
    double wallSeconds = (System.nanoTime() - before) / 1e9;
    Map<String, Double> figures = new LinkedHashMap<>(Accuracy.of(model, split));
    figures.put(Accuracy.FIT_CPU_SECONDS, cpuSeconds);
    figures.put(Accuracy.FIT_WALL_SECONDS, wallSeconds);
    System.out.println("hash=" + ModelHash.of(model));
    System.out.println("pairs=" + Accuracy.pairs(model));
    return figures;
  }
}
