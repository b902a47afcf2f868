package org.limpid.simulation.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.limpid.data.JobAttribute;
import org.limpid.simulation.sink.ColumnType;

/**
 * All that the rest of the program knows of a policy. Immutable; the methods that begin with a verb
 * or an adjective make copies.
 */
public final class PolicyDescription {
  /** What may be chosen about every policy. */
  private static final List<Setting<?>> OF_ALL =
      List.of(TimeLimits.SETTING, ExactEstimates.SETTING, HostResources.SETTING);

  private String family;
  private Discipline discipline = Discipline.STRICT;
  private String summary;
  private String words;
  private Role role = Role.OTHER;
  private Set<Need> needs = Set.of();
  private BiPredicate<Need, Settings> used = (_, _) -> true;
  private Set<JobAttribute> attributes = Set.of();
  private boolean killsAtLimits;
  private QueueKey queueKey = QueueKey.OTHER;
  private Optional<String> ownEstimates = Optional.empty();
  private List<Setting<?>> settings = OF_ALL;
  private Settings preferred = Settings.NONE;
  private Optional<Variation.Maker> variations = Optional.empty();
  private BiFunction<Settings, Settings, String> caution = (_, _) -> "";
  private List<ColumnType> columns = List.of();
  private Notes.Maker notes = (_, _) -> Notes.NONE;
  private OptionalInt figureStyle = OptionalInt.empty();

  private PolicyDescription(String family, String summary) {
    this.family = family;
    this.summary = summary;
    words = capitalised(family);
  }

  private PolicyDescription(PolicyDescription other) {
    family = other.family;
    discipline = other.discipline;
    summary = other.summary;
    words = other.words;
    role = other.role;
    needs = other.needs;
    used = other.used;
    attributes = other.attributes;
    killsAtLimits = other.killsAtLimits;
    queueKey = other.queueKey;
    ownEstimates = other.ownEstimates;
    settings = other.settings;
    preferred = other.preferred;
    variations = other.variations;
    caution = other.caution;
    columns = other.columns;
    notes = other.notes;
    figureStyle = other.figureStyle;
  }

  /**
   * A policy that needs nothing and of which nothing else is to be said.
   *
   * @param name on the command line and in results, lower case with hyphens
   * @param summary one line for people
   */
  public static PolicyDescription of(String name, String summary) {
    return new PolicyDescription(name, summary);
  }

  /** What can be said of a policy of which only the name is known. */
  public static PolicyDescription ofUnknown(String name) {
    Discipline discipline =
        Arrays.stream(Discipline.values())
            .filter(each -> each != Discipline.STRICT && name.endsWith(each.nameOf("")))
            .findFirst()
            .orElse(Discipline.STRICT);
    String family = name.substring(0, name.length() - discipline.nameOf("").length());
    return of(family, "").under(discipline);
  }

  private PolicyDescription changed(Consumer<PolicyDescription> change) {
    PolicyDescription copy = new PolicyDescription(this);
    change.accept(copy);
    return copy;
  }

  /** It is called so in sentences. */
  public PolicyDescription called(String name) {
    return changed(copy -> copy.words = name);
  }

  /** It is called by its initials in sentences: its name in capitals. */
  public PolicyDescription calledByInitials() {
    return called(family.toUpperCase(Locale.ROOT));
  }

  /** What it is to a study. */
  public PolicyDescription as(Role value) {
    return changed(copy -> copy.role = value);
  }

  /** It needs this; a run without any of it does not start. */
  public PolicyDescription needing(Need... some) {
    Set<Need> all = EnumSet.noneOf(Need.class);
    all.addAll(List.of(some));
    return changed(copy -> copy.needs = Collections.unmodifiableSet(all));
  }

  /** It makes no use of a need under some settings; whatever it says of others doesn't matter. */
  public PolicyDescription using(BiPredicate<Need, Settings> used) {
    return changed(copy -> copy.used = used);
  }

  /** It looks at these columns of jobs, which a data set may lack. */
  public PolicyDescription lookingAt(JobAttribute... some) {
    Set<JobAttribute> all = EnumSet.noneOf(JobAttribute.class);
    all.addAll(List.of(some));
    return changed(copy -> copy.attributes = Collections.unmodifiableSet(all));
  }

  /** It is that of a batch system, which kills jobs at their time limits whatever is chosen. */
  public PolicyDescription killingAtLimits() {
    return changed(copy -> copy.killsAtLimits = true);
  }

  /** What its queue is ordered by. */
  public PolicyDescription orderedBy(QueueKey key) {
    return changed(copy -> copy.queueKey = key);
  }

  /** A data set may hold estimates of this name that belong to it alone, and are kept as read. */
  public PolicyDescription withOwnEstimates(String name) {
    return changed(copy -> copy.ownEstimates = Optional.of(name));
  }

  /** What may be chosen about it beside what may be chosen about every policy. */
  public PolicyDescription withSettings(Setting<?>... some) {
    List<Setting<?>> all = new ArrayList<>(List.of(some));
    all.addAll(OF_ALL);
    return changed(copy -> copy.settings = List.copyOf(all));
  }

  /** What it chooses itself where nobody else does, in place of what a data set says. */
  public PolicyDescription preferring(Settings own) {
    return changed(copy -> copy.preferred = own);
  }

  /** The rows of an ablation, where they are not the settings with all that is tried. */
  public PolicyDescription variedBy(Variation.Maker maker) {
    return changed(copy -> copy.variations = Optional.of(maker));
  }

  /** What to know of settings, in place of others, before they are trusted; empty: nothing. */
  public PolicyDescription cautioning(BiFunction<Settings, Settings, String> sentence) {
    return changed(copy -> copy.caution = sentence);
  }

  /** Columns that it adds to the records of jobs, in their order. */
  public PolicyDescription withColumns(List<ColumnType> some) {
    return changed(copy -> copy.columns = List.copyOf(some));
  }

  /** Puts the notes that it writes into words. */
  public PolicyDescription withNotes(Notes.Maker maker) {
    return changed(copy -> copy.notes = maker);
  }

  /** Its place among the styles of figures; without it the style depends on the name. */
  public PolicyDescription drawnInStyle(int number) {
    return changed(copy -> copy.figureStyle = OptionalInt.of(number));
  }

  /** The same policy under a queue discipline. */
  public PolicyDescription under(Discipline other) {
    return changed(copy -> {
      copy.discipline = other;
      copy.summary = other.describe(summary);
      copy.words = other.words(words);
      copy.needs = other.needs(needs);
    });
  }

  /** Name on the command line and in results. */
  public String name() {
    return discipline.nameOf(family);
  }

  /** The name without that of the queue discipline. */
  public String family() {
    return family;
  }

  /** The queue discipline; strict for policies that have no such variants. */
  public Discipline discipline() {
    return discipline;
  }

  /** One line for people. */
  public String summary() {
    return summary;
  }

  /** What it is called in sentences. */
  public String words() {
    return words;
  }

  /** What it is to a study, under any queue discipline. */
  public Role role() {
    return role;
  }

  /** Whether it is this to a study, as it is: not as a variant with another queue discipline. */
  public boolean is(Role other) {
    return role == other && discipline == Discipline.STRICT;
  }

  /** What it needs; a run without any of it does not start. */
  public Set<Need> needs() {
    return needs;
  }

  /** Whether a need makes a difference under some settings. */
  public boolean uses(Need need, Settings chosen) {
    return needs.contains(need) && used.test(need, chosen);
  }

  /**
   * The columns of jobs that make a difference under some settings, to the policy or to the
   * simulation of jobs, among those that a data set may lack.
   */
  public Set<JobAttribute> attributes(Settings chosen) {
    Set<JobAttribute> all = EnumSet.of(JobAttribute.PREDECESSOR);
    all.addAll(attributes);
    if (timeLimits(chosen) == TimeLimits.KILLING) {
      all.add(JobAttribute.TIME_LIMIT);
    }
    if (chosen.get(HostResources.SETTING) != HostResources.IGNORED) {
      all.add(JobAttribute.SENSITIVITY);
    }
    return all;
  }

  /** What becomes of jobs that run longer than they asked for, under some settings. */
  public TimeLimits timeLimits(Settings chosen) {
    return killsAtLimits ? TimeLimits.KILLING : chosen.get(TimeLimits.SETTING);
  }

  /** What its queue is ordered by. */
  public QueueKey queueKey() {
    return queueKey;
  }

  /** Name of the estimates of a data set that belong to it alone; empty: it has none. */
  public Optional<String> ownEstimates() {
    return ownEstimates;
  }

  /** What may be chosen about it. */
  public List<Setting<?>> settings() {
    return settings;
  }

  /** Some settings, with what it chooses itself where they leave that open. */
  public Settings preferred(Settings chosen) {
    return chosen.or(preferred);
  }

  /** What it chooses itself as some settings leave that open: by name, as in files. */
  public Map<String, Object> ownChoices(Settings chosen) {
    return preferred.toMap(
        settings.stream()
            .filter(setting -> preferred.find(setting).isPresent())
            .filter(setting -> chosen.find(setting).isEmpty())
            .toList());
  }

  /** What a tuning of it changes. */
  public List<Setting<?>> tuned() {
    return settings.stream().filter(Setting::isTuned).toList();
  }

  /**
   * The rows of an ablation beside the first.
   *
   * @param full how the policy is run as it is; all is there that the data set tells
   */
  public List<Variation> variations(Settings full) {
    return variations
        .map(maker -> maker.of(full))
        .orElseGet(() -> Variation.byTrying(settings, full));
  }

  /** What to know of settings, in place of others, before they are trusted; empty: nothing. */
  public String caution(Settings before, Settings after) {
    return caution.apply(before, after);
  }

  /** Columns that it adds to the records of jobs, in their order. */
  public List<ColumnType> columns() {
    return columns;
  }

  /** Its notes in one virtual cluster, ready to be told. */
  public Notes notes(RunFacts run, Notes.Jobs jobs) {
    return notes.of(run, jobs);
  }

  /** Its place among the styles of figures; empty: by its name. */
  public OptionalInt figureStyle() {
    return figureStyle;
  }

  /** Words at the beginning of a sentence. */
  private static String capitalised(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
