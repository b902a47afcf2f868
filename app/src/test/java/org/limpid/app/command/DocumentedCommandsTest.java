package org.limpid.app.command;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.terminal.FakeTerminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every command in the README and on the pages of {@code docs} works as it is shown, on small data.
 *
 * <p>A command reads what those before it in its block have written; what no block has written yet
 * is prepared here, by the names that the pages use. {@link #SUBSTITUTES} says what is changed in
 * the words, {@link #NOT_RUN} what can't be run here and why.
 */
final class DocumentedCommandsTest {
  private static final String OF_WORKBENCH =
      "needs the module workbench, whose tests run what the pages show of it";

  private static final String OF_CHAINS =
      "needs windows of a month, which ChainModelsCommandTest has";

  private static final String OF_SYNERGY =
      "needs the profiles of Synergy's artifact, SynergyCommandsTest has others";

  private static final Map<String, String> NOT_RUN =
      new LinkedHashMap<>(
          Map.ofEntries(
              entry("mvn ", "builds what this test is a part of"),
              entry("java -jar app/target/limpid.jar", "is packed after the tests"),
              entry("dist/", "packs what this test is a part of"),
              entry("bench/", "measures for minutes, with programs of its own"),
              entry("limpid table7 ", "trains all learners, which Table7CommandTest does"),
              entry("limpid data import lucid Lucid/simulation", "needs the artifact of Lucid"),
              entry("limpid data import helios HeliosData", "needs the published traces of Helios"),
              entry("limpid data import synergy-philly", "needs the published trace of Philly"),
              entry("limpid data import synergy multi_gpu_120.csv", OF_SYNERGY),
              entry("limpid data sensitivity synergy", OF_SYNERGY),
              entry("limpid plot shapes --model sensitivity.json", OF_SYNERGY),
              entry("limpid plot shape --model sensitivity.json", OF_SYNERGY),
              entry("limpid chain train ", OF_CHAINS),
              entry("limpid chain validate ", OF_CHAINS),
              entry("limpid chain report ", OF_CHAINS),
              entry("limpid chain why ", OF_CHAINS),
              entry("limpid chain advise ", "needs a model, which ChainAdviseCommandTest has"),
              entry("limpid model explain chain-models/", OF_CHAINS),
              entry("limpid query ", OF_WORKBENCH),
              entry("limpid shell ", OF_WORKBENCH),
              entry("limpid plot jct-cdf --engine ", OF_WORKBENCH),
              entry("limpid plot gpus-in-use --show ", OF_WORKBENCH)));

  /** A month of jobs takes too long here, and its jobs have other numbers and times. */
  private static final Map<String, String> SUBSTITUTES = new LinkedHashMap<>();

  private static final String SMALL =
      " --jobs 900 --days 16 --history-days 4 --clusters vcEwI=3,vc01=2,vc03=2,vc07=2";

  /** What takes files and something else, or names before files, says so in its help. */
  private static final Pattern FILE_LABEL = Pattern.compile(".*(FILE|MODELS).*");

  /** What stands before an equals sign is a name. */
  private static final Pattern FILE = Pattern.compile("[^=,]+(?=,|$)");

  @TempDir private static Path folder;
  private static final Map<String, Path> FILES = new HashMap<>();
  private static final Map<List<String>, Done> DONE = new HashMap<>();
  private static int count;

  @BeforeAll
  static void prepare() throws IOException {
    for (String name : List.of("houses", "new-houses")) {
      FILES.put(name + ".csv", houses(folder.resolve(name + ".csv")));
    }
    FILES.put("docs/tutorial.csv", Path.of(System.getProperty("limpid.root"), "docs/tutorial.csv"));
    for (String name :
        List.of(
            "docs/elasticflow/jobs.csv",
            "docs/elasticflow/throughput",
            "docs/synergy/jobs.csv",
            "docs/synergy/table.csv",
            "docs/synergy/node.ini",
            "docs/synergy/models.json")) {
      FILES.put(name, Path.of(System.getProperty("limpid.root"), name));
    }
    FILES.putAll(AdaptSample.write(folder));
    FILES.put("jobs.csv", ownJobs(folder.resolve("own-jobs.csv")));
    FILES.put("filtered-ls6.log.gz", log(folder.resolve("ls6.log")));
    FILES.put("odd.csv", odd(folder.resolve("odd.csv")));
    FILES.put("customers.csv", customers(folder.resolve("customers.csv")));
    FILES.put("names.key", Files.writeString(folder.resolve("names.key"), "a secret of a test"));
    for (String name : List.of("philly", "itp/cluster03")) {
      FILES.put(name + ".csv.gz", jobs(folder.resolve(name.replace('/', '-') + ".csv")));
    }
    FILES.put("throughputs_A100", throughputs(folder.resolve("throughputs")));
    for (String name : List.of("fig10.csv", "itp/cluster10.csv.gz")) {
      FILES.put(name, elasticJobs(folder.resolve(name.replace('/', '-').replace(".gz", ""))));
    }
    FILES.put(
        "n32g8.csv",
        Files.writeString(
            folder.resolve("n32g8.csv"), "num_switch,num_node_p_switch,num_gpu_p_node\n1,32,8\n"));
    good("limpid data generate --out venus" + SMALL);
    FILES.put("grid.json", grid(folder.resolve("grid.json")));
    good("limpid data import mirage filtered-ls6.log.gz --out ls6");
    good("limpid train --data venus --out models");
    good(
        "limpid simulate --data venus --policy all,lucid-easy --models models --explain --out"
            + " results");
    good("limpid model train --csv houses.csv --target price --out price.json");
    substitute();
  }

  private static void good(String command) {
    Call call = run(command, FILES);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), command + "\n" + call.err());
  }

  /** Houses: all columns that the pages name. */
  private static Path houses(Path file) throws IOException {
    StringBuilder rows =
        new StringBuilder("id,note,\"street,number\",street,area,year,colour,postcode,share,");
    rows.append("price,default\n");
    for (int i = 0; i < 120; i++) {
      rows.append("%d,note %d,\"Road,%d\",Road %d,".formatted(i, i % 5, i % 7, i % 3))
          .append("%d,%d,".formatted(60 + i * 37 % 190, 1950 + i * 11 % 70))
          .append("%s,%d,%d,".formatted(i % 2 == 0 ? "red" : "blue", 100 + i % 4, 1 + i % 3))
          .append("%d,%s\n".formatted(1000 * (60 + i * 37 % 190), i % 4 == 0 ? "yes" : "no"));
    }
    return Files.writeString(file, rows);
  }

  private static Path jobs(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        timestamp,duration,num_gpus,gpu_time,cluster
        2017-10-09 07:01:55,66.0,1,66.0,11cb48
        2017-10-09 06:13:03,2951.0,8,23608.0,6214e9
        """);
  }

  private static Path elasticJobs(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        job_id,submit_time,iteration,model_name,ddl,batch_size,num_gpu,duration
        0,0,1200,vgg16,900,64,1,600
        1,60,4000,bert,2000,128,4,1000
        """);
  }

  /** Throughput tables for all that ElasticFlow's generator draws. */
  private static Path throughputs(Path tables) throws IOException {
    Files.createDirectories(tables);
    for (String model : "bert,deepspeech2,gpt2,inception3,resnet50,vgg16".split(",")) {
      StringBuilder rows = new StringBuilder("global_batch_size,1,2,4,8,16\n");
      for (int batchSize = 32; batchSize <= 256; batchSize *= 2) {
        rows.append("%d,2,3,4,4.5,4.75\n".formatted(batchSize));
      }
      Files.writeString(tables.resolve(model + ".csv"), rows);
    }
    return tables;
  }

  /** The grid of the page about sweeps. */
  private static Path grid(Path file) throws IOException {
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/sweep.md"));
    String grid = page.replaceFirst("(?s).*?```json\n(.*?)```.*", "$1");
    return Files.writeString(file, grid.replace("venus", FILES.get("venus").toString()));
  }

  private static Path ownJobs(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        JobID,Partition,GPUs,Submitted,Elapsed
        17_1,prod,8,2026-03-02T09:00:00,1-02:03:04
        17_2,research,1,2026-03-02T09:05:00,10:00
        """);
  }

  /** A log of Mirage, whose nodes are given away as a whole. */
  private static Path log(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes
        1 a ann 2022-11-20T09:00:00 2022-11-20T09:00:00 2022-11-20T09:10:00 1 60 0:0 2
        2 b bob 2022-11-20T09:10:10 2022-11-20T09:05:00 2022-11-20T09:20:10 1 60 0:0 1
        """);
  }

  /** How long customers stayed, or have stayed so far. */
  private static Path customers(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("id,plan,age,months,left\n");
    for (int i = 0; i < 120; i++) {
      rows.append(
          "%d,%s,%d,%d,%d\n"
              .formatted(
                  i, i % 2 == 0 ? "small" : "large", 20 + i % 50, 1 + i * 37 % 60, i % 3 / 2));
    }
    return Files.writeString(file, rows);
  }

  /** Columns whose names hold signs. */
  private static Path odd(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("-x,a:b,a & b,c\n");
    for (int i = 0; i < 120; i++) {
      rows.append("%d,%d,%d,%d\n".formatted(i * i % 60, i % 9, i * 7 % 11, i * 3 % 13));
    }
    return Files.writeString(file, rows);
  }

  /** The job that waited longest under Lucid stands for all jobs that the pages name. */
  private static void substitute() throws IOException {
    List<String> jobs = Files.readAllLines(FILES.get("results").resolve("lucid/jobs.csv"));
    List<String> columns = List.of(jobs.getFirst().split(","));
    int wait = columns.indexOf("queue");
    String[] longest =
        jobs.stream()
            .skip(1)
            .map(line -> line.split(","))
            .max((a, b) -> Double.compare(Double.parseDouble(a[wait]), Double.parseDouble(b[wait])))
            .orElseThrow();
    SUBSTITUTES.put("\\b(15605|16721|7109|785729)\\b", longest[columns.indexOf("job_id")]);
    SUBSTITUTES.put("\\bu005\\b", longest[columns.indexOf("user")]);
    SUBSTITUTES.put("\\b2020-09", "2026-09");
    SUBSTITUTES.put("\\bsimulation_(early2|late2),simulation_late3_v2\\b", "early2");
    SUBSTITUTES.put("\\bsimulation_(early2|late2|late3_v2)(?=\\W|$)", "early2");
    SUBSTITUTES.put("(limpid adapt train .*)", "$1 --episodes 20");
    SUBSTITUTES.put("--replicas \\d+", "--replicas 2");
    SUBSTITUTES.put("--jobs 10{6,}\\b", "");
    SUBSTITUTES.put("(limpid data generate (?!.*--jobs).*)", "$1" + SMALL);
    SUBSTITUTES.put("(limpid reproduce(?!.*--data).*)", "$1 --data venus");
    SUBSTITUTES.put("\\brun/data\\b", "venus"); // which reproduce did not have to generate
    SUBSTITUTES.put("(limpid reproduce(?!.*--out).*)", "$1 --out out/reproduce");
  }

  @Test
  void everyCommandWorks() throws IOException {
    List<String> failures = new ArrayList<>();
    Set<String> unused = new TreeSet<>(NOT_RUN.keySet());
    for (Path page : PageBlock.pages()) {
      for (PageBlock block : PageBlock.of(page)) {
        run(block, failures, unused);
      }
    }
    assertEquals(List.of(), failures, () -> String.join("\n", failures));
    assertEquals(Set.of(), unused, "no page shows these any more");
  }

  private static void run(PageBlock block, List<String> failures, Set<String> unused) {
    Map<String, Path> files = new HashMap<>(FILES);
    for (String command : block.commands()) {
      List<String> reasons = NOT_RUN.keySet().stream().filter(command::startsWith).toList();
      unused.removeAll(reasons);
      if (reasons.isEmpty()) {
        Call call = run(substituted(command), files);
        if (call.exitCode() != ExitCode.SUCCESS) {
          failures.add("%s:%d: %s\n%s".formatted(block.page(), block.line(), command, call.err()));
        }
      }
    }
    files.forEach(FILES::putIfAbsent);
  }

  private static String substituted(String command) {
    String changed = command;
    for (Map.Entry<String, String> rule : SUBSTITUTES.entrySet()) {
      changed = changed.replaceAll(rule.getKey(), rule.getValue());
    }
    return changed.replaceFirst("^(?:[A-Z_]+=\\S+ )+", "");
  }

  /**
   * Runs a command; what it writes goes to a new place, known to the commands after it. What was
   * run before on the same input is not run again.
   */
  private static Call run(String command, Map<String, Path> files) {
    List<String> words = PageBlock.words(command);
    assertTrue(Set.of("limpid", "./limpid").contains(words.getFirst()), command);
    List<String> arguments = new ArrayList<>();
    List<String> outs = new ArrayList<>();
    CommandLine line = CommandTree.whole(new Session(new FakeTerminal()));
    int positions = 0;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      String before = words.get(i - 1);
      OptionSpec option = before.startsWith("-") ? line.getCommandSpec().findOption(before) : null;
      if (before.equals("--out")) {
        outs.add(word);
        arguments.removeLast();
      } else if (option != null && option.arity().max() > 0) {
        arguments.add(isFile(option) ? inPlace(word, files) : word);
      } else if (line.getSubcommands().containsKey(word)) {
        line = line.getSubcommands().get(word);
        arguments.add(word);
      } else if (word.startsWith("-")) {
        arguments.add(word);
      } else {
        arguments.add(isFile(line, positions++) ? inPlace(word, files) : word);
      }
    }
    Done done =
        DONE.computeIfAbsent(arguments, _ -> done(arguments, outs.isEmpty() ? "" : outs.getLast()));
    outs.forEach(name -> files.put(name, done.out()));
    return done.call();
  }

  private static boolean isFile(CommandLine line, int position) {
    return line.getCommandSpec().positionalParameters().stream()
        .anyMatch(each -> each.index().contains(position) && isFile(each));
  }

  private static boolean isFile(ArgSpec argument) {
    return argument.typeInfo().getClassName().equals(Path.class.getName())
        || argument.typeInfo().getActualGenericTypeArguments().contains(Path.class.getName())
        || FILE_LABEL.matcher(argument.paramLabel()).matches();
  }

  /**
   * A command that was run.
   *
   * @param call what it said
   * @param out what it wrote, if anything
   */
  private record Done(Call call, Path out) {}

  private static Done done(List<String> arguments, String name) {
    Path out = place(name);
    List<String> words = new ArrayList<>(arguments);
    if (!name.isEmpty()) {
      words.addAll(List.of("--out", out.toString()));
    }
    return new Done(Call.of(words.toArray(String[]::new)), out);
  }

  private static Path place(String name) {
    Path out = folder.resolve("out-" + ++count).resolve(name);
    try {
      Files.createDirectories(out.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  /** The word with the true places of all files in it: {@code mine=models/a.json,b.json}. */
  private static String inPlace(String word, Map<String, Path> files) {
    return FILE.matcher(word)
        .replaceAll(found -> Matcher.quoteReplacement(place(found.group(), files)));
  }

  private static String place(String part, Map<String, Path> files) {
    return files.keySet().stream()
        .filter(name -> part.equals(name) || part.startsWith(name + "/"))
        .findFirst()
        .map(name -> files.get(name) + part.substring(name.length()))
        .orElse(part);
  }
}
