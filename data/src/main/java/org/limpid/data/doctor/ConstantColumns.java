package org.limpid.data.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.data.Trace;

/** Columns with the same value in all rows. */
final class ConstantColumns extends Check {
  private static final int FEWEST_JOBS = 20;

  ConstantColumns() {
    super(
        "constant-columns",
        Severity.LOW,
        "Policies and models learn nothing from them, and reports by them have one group.");
  }

  @Override
  Cure cure() {
    return Cure.ELSEWHERE;
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    Trace trace = subject.trace();
    Map<String, IntFunction<Object>> columns = new LinkedHashMap<>();
    columns.put("user", trace::user);
    columns.put("gpu_num", trace::gpuCount);
    columns.put("cpu_num", trace::cpuCount);
    columns.put("state", trace::state);
    columns.put("duration", trace::durationSeconds);
    List<String> constant =
        columns.entrySet().stream()
            .filter(column -> isConstant(column.getValue(), subject.size()))
            .map(column -> "%s is %s".formatted(column.getKey(), column.getValue().apply(0)))
            .toList();
    return constant.isEmpty() || subject.size() < FEWEST_JOBS
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                constant.size(),
                "The same in all rows: %s.".formatted(String.join(", ", constant)),
                new Remedy(
                    "limpid data describe " + Subject.word(subject.reader().folder().toString()),
                    "Nothing can be made up for them: it shows what the jobs do differ in. If the"
                        + " trace knows more, limpid data import csv takes a column by --map.")));
  }

  private static boolean isConstant(IntFunction<Object> column, int size) {
    Object first = column.apply(0);
    return IntStream.range(1, size).allMatch(row -> column.apply(row).equals(first));
  }
}
