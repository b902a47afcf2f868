package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.estimator.FeatureSet;
import org.limpid.experiment.compare.ComparedModel;
import org.limpid.models.tool.ModelExport;
import org.limpid.models.tool.ModelKind;
import org.limpid.models.tool.TrainingRequest;
import org.limpid.predictor.ThroughputPreset;
import org.limpid.simulation.resource.PlacementRule;

/** What can be chosen by name on the command line, a class for each, as the parser asks for one. */
final class Choices {
  private Choices() {}

  /** The models that learners are compared on. */
  static final class ComparedModels extends Choice<ComparedModel> {
    @Override
    Map<String, ComparedModel> byName() {
      return index(List.of(ComparedModel.values()), ComparedModel::label);
    }
  }

  /** The sets of features that durations are estimated from. */
  static final class DurationFeatures extends Choice<FeatureSet> {
    @Override
    Map<String, FeatureSet> byName() {
      return index(List.of(FeatureSet.values()), FeatureSet::setName);
    }
  }

  /** The formats of exported models. */
  static final class ExportFormats extends Choice<ModelExport.Format> {
    @Override
    Map<String, ModelExport.Format> byName() {
      return index(List.of(ModelExport.Format.values()), ModelExport.Format::label);
    }
  }

  /** The configurations of the models of the load. */
  static final class LoadPresets extends Choice<ThroughputPreset> {
    @Override
    Map<String, ThroughputPreset> byName() {
      return index(List.of(ThroughputPreset.values()), ThroughputPreset::presetName);
    }
  }

  /** The kinds of models. */
  static final class ModelKinds extends Choice<ModelKind> {
    @Override
    Map<String, ModelKind> byName() {
      return index(List.of(ModelKind.values()), ModelKind::label);
    }
  }

  /** The placement rules. */
  static final class PlacementRules extends Choice<PlacementRule> {
    @Override
    Map<String, PlacementRule> byName() {
      return index(List.of(PlacementRule.values()), PlacementRule::label);
    }
  }

  /** The presets of learners. */
  static final class Presets extends Choice<TrainingRequest.Preset> {
    @Override
    Map<String, TrainingRequest.Preset> byName() {
      return index(List.of(TrainingRequest.Preset.values()), TrainingRequest.Preset::label);
    }
  }

  /** The types of targets. */
  static final class TargetTypes extends Choice<TrainingRequest.TargetType> {
    @Override
    Map<String, TrainingRequest.TargetType> byName() {
      return index(List.of(TrainingRequest.TargetType.values()), TrainingRequest.TargetType::label);
    }
  }
}
