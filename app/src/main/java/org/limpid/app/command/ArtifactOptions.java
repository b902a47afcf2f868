package org.limpid.app.command;

import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** An option for everything that a user may choose about simulators of published artifacts. */
@Command
final class ArtifactOptions {
  private CommandSpec spec;

  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    spec = command;
    ReferenceSimulators.standard()
        .options()
        .forEach(setting -> command.addOption(SettingsOptions.option(setting)));
  }

  /** Some settings and what was asked for. */
  Settings addedTo(Settings others) {
    Settings said = others;
    for (Setting<?> setting : ReferenceSimulators.standard().options()) {
      said = SettingsOptions.with(said, setting, spec);
    }
    return said;
  }
}
