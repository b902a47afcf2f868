package org.limpid.interpret.ebm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.text.QuotedNames;

/**
 * Names of terms: their features, joined by {@code " & "}.
 *
 * @param features all features of the model
 * @param terms all terms
 */
record TermFinder(List<EbmFeature> features, List<Term> terms) {

  String name(Term term) {
    return QuotedNames.term(names(term));
  }

  private List<String> names(Term term) {
    return IntStream.of(term.features()).mapToObj(i -> features.get(i).name()).toList();
  }

  Optional<Term> find(String name) {
    Set<String> parts =
        QuotedNames.split(name, QuotedNames.AND).stream()
            .map(QuotedNames::name)
            .collect(Collectors.toSet());
    return over(parts).or(() -> over(Set.of(name)));
  }

  private Optional<Term> over(Set<String> wanted) {
    return terms.stream().filter(term -> Set.copyOf(names(term)).equals(wanted)).findFirst();
  }

  Term require(String name) {
    return find(name).orElseThrow(() -> new DataException(noTerm(name)));
  }

  private Problem noTerm(String name) {
    List<String> names = terms.stream().map(this::name).toList();
    String hint = names.isEmpty() ? "Maybe all were removed." : ClosestName.hint(name, names);
    return new Problem("model", 0, "", name, "there is no such term", hint);
  }
}
