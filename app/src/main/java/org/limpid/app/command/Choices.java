package org.limpid.app.command;

import java.util.List;
import java.util.stream.Stream;
import org.limpid.data.convert.JobConversion;
import org.limpid.data.derive.SampleRequest;
import org.limpid.data.doctor.Doctor;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.FeatureSet;
import org.limpid.experiment.compare.ComparedModel;
import org.limpid.experiment.sweep.TableFile;
import org.limpid.interpret.synthetic.SampleTable;
import org.limpid.models.tool.ModelExport;
import org.limpid.models.tool.ModelKind;
import org.limpid.models.tool.TrainingRequest;
import org.limpid.plots.Exhibits;
import org.limpid.plots.theme.Theme;
import org.limpid.predictor.ThroughputPreset;
import org.limpid.reference.mirage.ChainSample.FeatureTime;
import org.limpid.results.export.ExportFormat;
import org.limpid.simulation.resource.PlacementRule;

/** What can be chosen by name on the command line, a class for each, as the parser asks for one. */
final class Choices {
  private Choices() {}

  static final class ComparedModels extends Choice<ComparedModel> {
    ComparedModels() {
      super(ComparedModel::values, ComparedModel::label);
    }
  }

  static final class DurationFeatures extends Choice<FeatureSet> {
    DurationFeatures() {
      super(FeatureSet::values, FeatureSet::setName);
    }
  }

  static final class DurationForms extends Choice<DurationForm> {
    DurationForms() {
      super(DurationForm::values, DurationForm::formName);
    }
  }

  /** What draws figures. */
  static final class Engines extends Choice<String> {
    static final String LIMPID = "limpid";

    Engines() {
      super(() -> index(List.of(LIMPID, "xchart"), name -> name));
    }
  }

  static final class ExportFormats extends Choice<ModelExport.Format> {
    ExportFormats() {
      super(ModelExport.Format::values, ModelExport.Format::label);
    }
  }

  static final class FeatureTimes extends Choice<FeatureTime> {
    FeatureTimes() {
      super(FeatureTime::values, FeatureTime::label);
    }
  }

  static final class JobConversions extends Choice<JobConversion> {
    JobConversions() {
      super(JobConversion::values, JobConversion::label);
    }
  }

  static final class LoadPresets extends Choice<ThroughputPreset> {
    LoadPresets() {
      super(ThroughputPreset::values, ThroughputPreset::presetName);
    }
  }

  static final class ModelKinds extends Choice<ModelKind> {
    ModelKinds() {
      super(ModelKind::values, ModelKind::label);
    }
  }

  static final class PlacementRules extends Choice<PlacementRule> {
    PlacementRules() {
      super(PlacementRule::values, PlacementRule::label);
    }
  }

  static final class Presets extends Choice<TrainingRequest.Preset> {
    Presets() {
      super(TrainingRequest.Preset::values, TrainingRequest.Preset::label);
    }
  }

  static final class SampleTables extends Choice<SampleTable> {
    SampleTables() {
      super(SampleTable::values, SampleTable::tableName);
    }
  }

  static final class RunFormats extends Choice<ExportFormat> {
    RunFormats() {
      super(ExportFormat::values, ExportFormat::label);
    }
  }

  /** What runs the points of a sweep. */
  static final class SweepEngines extends Choice<String> {
    static final String LOCAL = "local";

    SweepEngines() {
      super(() -> index(List.of(LOCAL, "spark"), name -> name));
    }
  }

  /** What tables of sweeps are written as. */
  static final class TableFiles extends Choice<TableFile> {
    TableFiles() {
      super(TableFile::values, TableFile::label);
    }
  }

  static final class TargetTypes extends Choice<TrainingRequest.TargetType> {
    TargetTypes() {
      super(TrainingRequest.TargetType::values, TrainingRequest.TargetType::label);
    }
  }

  /** Figures and tables: a name stands for one or for all that the inputs allow. */
  static final class FigureNames extends Choice<List<String>> {
    static final String ALL = "all";

    FigureNames() {
      super(() ->
          index(
              Stream.concat(Exhibits.names().stream(), Stream.of(ALL)).map(List::of).toList(),
              List::getFirst));
    }
  }

  static final class Themes extends Choice<Theme> {
    Themes() {
      super(() -> index(Theme.all(), Theme::name));
    }
  }

  static final class SampleUnits extends Choice<SampleRequest.Unit> {
    SampleUnits() {
      super(SampleRequest.Unit::values, SampleRequest.Unit::label);
    }
  }

  /** Findings that the doctor mends by a guess. */
  static final class Guesses extends Choice<String> {
    Guesses() {
      super(() -> index(Doctor.guessed(), name -> name));
    }
  }
}
