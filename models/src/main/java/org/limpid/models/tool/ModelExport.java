package org.limpid.models.tool;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.limpid.files.DataException;
import org.limpid.files.IoConsumer;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.interop.InterpretJson;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.onnx.Onnx;
import org.limpid.interpret.pmml.Pmml;
import org.limpid.interpret.source.JavaSource;
import org.limpid.interpret.sql.SqlSource;

/** Writes models for other programs. */
public final class ModelExport {
  private ModelExport() {}

  /**
   * Carries out a request.
   *
   * @throws DataException if a file cannot be read or written, or the format cannot hold the model
   */
  public static void run(Request request) {
    request.out().check(request.model());
    try {
      request.out().write(content(request));
    } catch (DataException e) {
      DataException named =
          new DataException(e.problems().stream().map(problem -> named(problem, request)).toList());
      named.initCause(e.getCause());
      throw named;
    }
  }

  /** Formats know no files. */
  private static Problem named(Problem problem, Request request) {
    return problem.file().equals("model")
        ? new Problem(
            request.model().toString(),
            0,
            problem.column(),
            problem.value(),
            problem.message(),
            problem.hint())
        : problem;
  }

  private static IoConsumer<OutputStream> content(Request request) {
    return switch (request.format()) {
      case JSON -> {
        Model model = ModelReader.read(request.model());
        yield out -> ModelJson.write(model, out);
      }
      case INTERPRET -> {
        EbmModel model = ModelEdit.readEbm(request.model(), "the JSON of interpret");
        yield out -> InterpretJson.write(model, out);
      }
      case PMML -> {
        Model model = ModelReader.read(request.model());
        yield out -> Pmml.write(model, out);
      }
      case JAVA -> {
        byte[] source = java(request).getBytes(StandardCharsets.UTF_8);
        yield out -> out.write(source);
      }
      case SQL -> {
        String select =
            SqlSource.of(
                ModelReader.read(request.model()), request.table().orElse(SqlSource.TABLE));
        yield out -> out.write(select.getBytes(StandardCharsets.UTF_8));
      }
      case ONNX -> {
        byte[] file = Onnx.of(ModelReader.read(request.model()));
        yield out -> out.write(file);
      }
    };
  }

  private static String java(Request request) {
    Model model = ModelReader.read(request.model());
    String name =
        request
            .className()
            .orElseGet(
                () -> request.out().path().getFileName().toString().replaceFirst("\\..*", ""));
    try {
      return JavaSource.of(model, name);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          Problem.of("--class", e.getMessage(), "Maybe add --class with another name."));
    }
  }

  /**
   * What to export.
   *
   * @param model file of the model
   * @param format what to write
   * @param className full name of the Java class; empty: made from the name of the file
   * @param table name of the table that SQL predicts for; empty: {@link SqlSource#TABLE}
   * @param out where it goes
   */
  public record Request(
      Path model,
      Format format,
      Optional<String> className,
      Optional<String> table,
      OutputFile out) {}

  /** Formats in which models can be written. */
  public enum Format {
    /** Limpid's own JSON, for example of a model that interpret wrote. */
    JSON,
    /** The JSON of the Python library interpret. */
    INTERPRET,
    /** PMML, the predictive model markup language. */
    PMML,
    /** A Java class that scores and needs nothing but the JDK. */
    JAVA,
    /** A SELECT that predicts for the rows of a table. */
    SQL,
    /** ONNX, which runtimes of neural networks read. */
    ONNX;

    /** The name on the command line. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
