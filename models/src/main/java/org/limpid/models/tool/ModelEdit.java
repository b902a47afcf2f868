package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.edit.Direction;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.text.QuotedNames;

/** Changes models by hand. */
public final class ModelEdit {
  private static final String MISSING = "missing";
  private static final String UNSEEN = "unseen";

  private ModelEdit() {}

  /**
   * Carries out a request.
   *
   * @throws DataException if a file cannot be read or written, or a change does not fit the model
   */
  public static Report run(Request request) {
    request.out().check();
    EbmModel model = readEbm(request.model(), "editing");
    EbmModel edited = edited(model, request);
    request.out().write(out -> ModelJson.write(edited, out));
    List<String> edits = edited.provenance().edits();
    return new Report(
        edits.subList(model.provenance().edits().size(), edits.size()),
        MonotoneNotices.of(edited, request.steps()));
  }

  /**
   * Reads an EBM.
   *
   * @param purpose what it is needed for, e.g. {@code editing}
   */
  static EbmModel readEbm(Path file, String purpose) {
    if (ModelReader.read(file) instanceof EbmModel ebm) {
      return ebm;
    }
    throw new DataException(
        Problem.ofFile(
            file,
            "expected an explainable boosting machine for " + purpose,
            "Maybe train one with --model ebm."));
  }

  /**
   * A model with one more change.
   *
   * @throws DataException if the change does not fit the model
   */
  public static EbmModel changed(EbmModel model, EditStep step) {
    return changed(EbmEditor.of(model), step).model();
  }

  /** Problems of all changes that can be tried after those that went well. */
  private static EbmModel edited(EbmModel model, Request request) {
    Problems problems = new Problems();
    EbmEditor editor = EbmEditor.of(model);
    for (EditStep step : request.steps()) {
      try {
        editor = changed(editor, step);
      } catch (DataException e) {
        e.problems().stream()
            .map(problem -> inFile(problem, request.model().toString()))
            .forEach(problems::add);
      }
    }
    problems.throwIfAny();
    return editor.model();
  }

  /** The editor knows no files. */
  private static Problem inFile(Problem problem, String file) {
    return new Problem(
        file, 0, problem.column(), problem.value(), problem.message(), problem.hint());
  }

  private static EbmEditor changed(EbmEditor editor, EditStep step) {
    return switch (step) {
      case EditStep.Remove(var term) -> editor.remove(term);
      case EditStep.Scale(var term, var factor) -> editor.scale(term, factor);
      case EditStep.SetRange(var term, var from, var to, var score) ->
          editor.setScores(term, from, to, score);
      case EditStep.SetCategory set -> set(editor, set);
      case EditStep.Monotone(var term, var direction) ->
          editor.makeMonotone(term, direction(direction));
    };
  }

  /** The direction of a sign; none: that in which scores go on the whole. */
  public static Direction direction(OptionalInt sign) {
    if (sign.isEmpty()) {
      return Direction.AUTO;
    }
    return sign.getAsInt() > 0 ? Direction.INCREASING : Direction.DECREASING;
  }

  /** Words for bins that are no category, unless a category is called so. */
  private static EbmEditor set(EbmEditor editor, EditStep.SetCategory set) {
    boolean category =
        editor.model().features().stream()
            .filter(feature -> feature.name().equals(QuotedNames.unquoted(set.term())))
            .anyMatch(feature ->
                feature instanceof Feature.Categorical categorical
                    && categorical.categories().contains(set.category()));
    if (!category && set.category().equals(MISSING)) {
      return editor.setMissing(set.term(), set.score());
    }
    if (!category && set.category().equals(UNSEEN)) {
      return editor.setUnseen(set.term(), set.score());
    }
    return editor.setScores(set.term(), List.of(set.category()), set.score());
  }

  /**
   * What to change in a model.
   *
   * @param model file of the model
   * @param steps the changes, in the order in which they are made
   * @param out where the changed model goes
   */
  public record Request(Path model, List<EditStep> steps, OutputFile out) {
    public Request {
      steps = List.copyOf(steps);
    }
  }

  /**
   * What became of a request to change a model.
   *
   * @param edits what was done, a sentence per change
   * @param notices what may surprise whoever asked for it
   */
  public record Report(List<String> edits, List<String> notices) {
    public Report {
      edits = List.copyOf(edits);
      notices = List.copyOf(notices);
    }
  }
}
