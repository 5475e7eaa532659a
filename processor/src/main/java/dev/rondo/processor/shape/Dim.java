package dev.rondo.processor.shape;

import dev.rondo.processor.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A size: a number, or one that is known only at run time. */
public sealed interface Dim {
  /** Returns the size as shown to users: {@code 64} or {@code constants of Sentiment}. */
  String text();

  /** A size that is written or follows from written ones. */
  record Fixed(int size) implements Dim {
    @Override
    public String text() {
      return Integer.toString(size);
    }
  }

  /** A size that is known only at run time. */
  sealed interface Symbol extends Dim {}

  /** The number of different tokens of a vocabulary, named after its (first) input. */
  record Vocabulary(String name) implements Symbol {
    @Override
    public String text() {
      return "vocabulary of " + name;
    }
  }

  /** The first number of a token that training shows once, of all tokens of a vocabulary. */
  record FirstRare(String vocabulary) implements Symbol {
    @Override
    public String text() {
      return "first rare token of " + vocabulary;
    }
  }

  /** The features of a step of an input, or of its vector. */
  record Width(String input) implements Symbol {
    @Override
    public String text() {
      return "width of " + input;
    }
  }

  /** The number of classes that training shows of an output. */
  record Classes(String output) implements Symbol {
    @Override
    public String text() {
      return "classes of " + output;
    }
  }

  /** The number of steps that an output forecasts. */
  record Horizon(String output) implements Symbol {
    @Override
    public String text() {
      return "horizon of " + output;
    }
  }

  /** The number of scores that foretell the steps of a stream. */
  record Outlook(String output) implements Symbol {
    @Override
    public String text() {
      return "outlook of " + output;
    }
  }

  /**
   * Sizes side by side, of which at least one is known only at run time.
   *
   * @param symbols those known only at run time, in order
   * @param fixed the sum of the others
   */
  record Sum(List<Symbol> symbols, int fixed) implements Dim {
    public Sum {
      symbols = List.copyOf(symbols);
    }

    @Override
    public String text() {
      String known = symbols.stream().map(Dim::text).collect(Collectors.joining(" + "));
      return fixed == 0 ? known : known + " + " + fixed;
    }
  }

  /** Returns the sum of sizes. */
  static Dim sum(List<Dim> dims) {
    List<Symbol> symbols = new ArrayList<>();
    int fixed = 0;
    for (Dim dim : dims) {
      if (dim instanceof Fixed known) {
        fixed += known.size();
      } else if (dim instanceof Sum sum) {
        symbols.addAll(sum.symbols());
        fixed += sum.fixed();
      } else {
        symbols.add((Symbol) dim);
      }
    }
    if (symbols.isEmpty()) {
      return new Fixed(fixed);
    }
    return symbols.size() == 1 && fixed == 0 ? symbols.get(0) : new Sum(symbols, fixed);
  }

  /** The number of constants of an enum. */
  record Constants(TypeRef type) implements Symbol {
    @Override
    public String text() {
      return "constants of " + type.simpleName();
    }
  }
}
