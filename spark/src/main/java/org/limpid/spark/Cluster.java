package org.limpid.spark;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.limpid.experiment.sweep.PointRunner;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * A connection to a cluster of Spark.
 *
 * @param context what jobs are sent through
 * @param home folder for what workers in this process write; empty: there are none
 */
record Cluster(JavaSparkContext context, Optional<Path> home) implements AutoCloseable {
  private static final String LOCAL_CLUSTER = "local-cluster";

  /** What Spark calls testing: workers in this process start executors from its own class path. */
  private static final String TESTING = "spark.testing";

  private static final String TESTING_HOME = "spark.test.home";

  /**
   * Connects to a cluster.
   *
   * @param master its address
   * @throws DataException if that fails
   */
  static Cluster connect(String master) {
    Optional<Path> home =
        master.startsWith(LOCAL_CLUSTER) ? Optional.of(makeHome()) : Optional.empty();
    try {
      return new Cluster(new JavaSparkContext(configuration(master, home)), home);
    } catch (Exception e) { // Spark declares none of those that it throws.
      home.ifPresent(Cluster::delete);
      throw failed(master, e);
    }
  }

  /** The exception for a cluster that can't be used. */
  static DataException failed(String master, Exception cause) {
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    DataException exception =
        new DataException(
            new Problem(
                "--master",
                0,
                "",
                master,
                "expected a cluster of Spark that runs the points (%s)".formatted(reason),
                "Maybe it is not running, or another version of Spark or Java."));
    exception.initCause(cause);
    return exception;
  }

  private static SparkConf configuration(String master, Optional<Path> home) {
    SparkConf configuration =
        new SparkConf()
            .setMaster(master)
            .setAppName("limpid sweep")
            .set("spark.ui.enabled", "false")
            .set("spark.ui.showConsoleProgress", "false");
    home.ifPresent(folder -> {
      System.setProperty(TESTING, "true");
      System.setProperty(TESTING_HOME, folder.toString());
      configuration
          .set(TESTING, "true")
          .set("spark.driver.host", "localhost")
          .set("spark.driver.bindAddress", "localhost")
          .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
          .set("spark.executorEnv.SPARK_SCALA_VERSION", "2.13");
    });
    if (home.isEmpty()) {
      configuration.setJars(jars().toArray(String[]::new));
    }
    return configuration;
  }

  /** The jars that executors need beside their own of Spark: Limpid and what it depends on. */
  private static List<String> jars() {
    Path jar = place(PointRunner.class);
    if (!Files.isRegularFile(jar)) {
      return List.of();
    }
    try (Stream<Path> beside = Files.list(jar.getParent())) {
      return Stream.concat(beside, Stream.of(place(Cluster.class)))
          .map(Path::toString)
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DataException(Problem.ofFile(jar, e.getMessage(), ""));
    }
  }

  private static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A folder that looks like Spark's own. */
  private static Path makeHome() {
    try {
      Path home = Files.createTempDirectory("limpid-spark");
      Files.createDirectory(home.resolve("jars"));
      return home;
    } catch (IOException e) {
      throw new DataException(
          Problem.of(System.getProperty("java.io.tmpdir"), "expected to make a folder here", ""));
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      content.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException _) {
      // Executors that are ending write there still; the system clears such folders.
    }
  }

  @Override
  public void close() {
    context.close();
    home.ifPresent(folder -> {
      System.clearProperty(TESTING);
      System.clearProperty(TESTING_HOME);
      delete(folder);
    });
  }
}
