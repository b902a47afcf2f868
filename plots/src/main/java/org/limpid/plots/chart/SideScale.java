package org.limpid.plots.chart;

import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.chart.Scale.Tick;

/**
 * Numbers, and behind their end some names, each with a place of its own: such as values that are
 * missing, which no number stands for.
 *
 * @param names what follows, from left to right; may be empty
 * @param share of the length that each name takes, below 1 over their number
 */
public record SideScale(Scale numbers, List<String> names, double share) implements Scale {
  /** How near to the first name no mark of a number stands, as a share of its place. */
  private static final double LEFT_FREE = 0.65;

  public SideScale {
    names = List.copyOf(names);
    if (!(share > 0 && share * names.size() < 1)) {
      throw new IllegalArgumentException(
          "expected a share above 0 that leaves room for numbers, found " + share);
    }
  }

  @Override
  public double low() {
    return numbers.low();
  }

  @Override
  public double high() {
    return edge(names.size());
  }

  /** Where the place of a name begins, as a value; beside that of the last name, where it ends. */
  public double edge(int name) {
    return numbers.high() + name * unit();
  }

  /** The middle of the place of a name, as a value. */
  public double middle(int name) {
    return numbers.high() + (name + 0.5) * unit();
  }

  private double unit() {
    return numbers.high() - numbers.low();
  }

  @Override
  public double fraction(double value) {
    double room = 1 - share * names.size();
    return value <= numbers.high()
        ? room * numbers.fraction(value)
        : room + share * (value - numbers.high()) / unit();
  }

  @Override
  public List<Tick> ticks(int most) {
    List<Tick> ticks = new ArrayList<>(numbers.ticks(Math.max(2, most - names.size())));
    double end = names.isEmpty() ? 1 : 1 - share * LEFT_FREE;
    ticks.removeIf(tick -> numbers.fraction(tick.value()) > end);
    for (int name = 0; name < names.size(); name++) {
      ticks.add(new Tick(middle(name), names.get(name)));
    }
    return ticks;
  }
}
