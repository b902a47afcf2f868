package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.limpid.results.SettingsFile;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.Values;
import org.limpid.simulation.run.Policies;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An option for everything that a user may choose about policies, as these declare it. */
final class SettingsOptions {
  private CommandSpec spec;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Take the ${bundle:tuned} settings that are tuned from a file that 'limpid tune' has"
              + " written, as far as no option says otherwise.")
  private Path file;

  @Spec(Spec.Target.MIXEE)
  void addTo(CommandSpec command) {
    spec = command;
    Policies.standard().options().forEach(setting -> command.addOption(option(setting)));
  }

  /** The option that a setting declares. */
  static <T> OptionSpec option(Setting<T> setting) {
    Setting.Option option = setting.option().orElseThrow();
    OptionSpec.Builder builder =
        OptionSpec.builder(name(setting))
            .paramLabel(option.placeholder())
            .description(option.description());
    return switch (setting.values()) {
      case Values.WholeNumbers(int least, int most) ->
          builder.type(Integer.class).converters(WholeNumber.of(least, most)).build();
      case Values.YesOrNo _ -> builder.type(Boolean.class).arity("0").defaultValue("false").build();
      case Values.Choice<T>(Map<String, T> byName) -> {
        Choice<T> names = new Choice<>(() -> byName);
        String standard = setting.values().told(setting.byDefault().orElseThrow()).toString();
        yield builder
            .type(Object.class)
            .converters(names)
            .completionCandidates(names)
            .defaultValue(standard)
            .build();
      }
    };
  }

  private static String name(Setting<?> setting) {
    return "--" + setting.option().orElseThrow().name();
  }

  /** What was asked for. */
  Settings value() {
    Settings said = Settings.NONE;
    for (Setting<?> setting : Policies.standard().options()) {
      said = with(said, setting, spec);
    }
    return file == null ? said : said.or(SettingsFile.read(file));
  }

  /** Some settings and what the option of one more was given, if it was. */
  static <T> Settings with(Settings said, Setting<T> setting, CommandSpec spec) {
    return Optional.ofNullable(spec.findOption(name(setting)).<T>getValue())
        .map(value -> said.with(setting, value))
        .orElse(said);
  }
}
