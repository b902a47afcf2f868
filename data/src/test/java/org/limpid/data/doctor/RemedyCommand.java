package org.limpid.data.doctor;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.derive.SampleRequest;
import org.limpid.data.derive.Sampler;
import org.limpid.data.importer.ImportRequest;
import org.limpid.data.importer.TraceImporters;
import org.limpid.data.io.DatasetReader;

/** Does what the commands that findings name do; {@code DataToolsTest} runs some of them. */
final class RemedyCommand {
  private final List<String> words;

  private RemedyCommand(String line) {
    words = List.of(line.split(" "));
  }

  /** Runs a line, and says where the data set is that it makes. */
  static Path run(String line) {
    RemedyCommand command = new RemedyCommand(line);
    Path out = Path.of(command.option("--out").orElseThrow(() -> new AssertionError(line)));
    command.run(out);
    return out;
  }

  private void run(Path out) {
    switch (String.join(" ", words.subList(0, 3))) {
      case "limpid data doctor" ->
          Doctor.mend(
              data(3), words.contains("--fix"), option("--guess").stream().toList(), out, true);
      case "limpid data sample" -> Sampler.write(DatasetReader.open(data(3)), sample(), out, true);
      case "limpid data import" -> importTable(out);
      default -> throw new AssertionError(words);
    }
  }

  private Path data(int word) {
    return Path.of(words.get(word));
  }

  private SampleRequest sample() {
    return new SampleRequest(
        1,
        SampleRequest.Unit.USERS,
        Optional.empty(),
        option("--to").map(LocalDateTime::parse),
        option("--clusters").map(names -> List.of(names.split(","))).orElse(List.of()),
        false,
        1);
  }

  private void importTable(Path out) {
    TraceImporters.all().stream()
        .filter(each -> each.name().equals(words.get(3)))
        .findFirst()
        .orElseThrow()
        .importing()
        .apply(new ImportRequest(data(4), out, true, Map.of()));
  }

  private Optional<String> option(String name) {
    int index = words.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(words.get(index + 1));
  }
}
