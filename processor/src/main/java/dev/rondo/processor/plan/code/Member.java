package dev.rondo.processor.plan.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method or constructor of a generated class. The same list of members is printed with bodies,
 * printed with bodies that throw where the model has errors, and asked for the names that the
 * user's own methods must not have.
 *
 * @param name empty for a constructor
 * @param returns empty for a constructor
 */
public record Member(
    String name,
    Access access,
    Set<Trait> traits,
    Optional<TypeName> returns,
    List<Parameter> parameters,
    CodeBlock javadoc,
    CodeBlock body) {
  /** What a member is besides. */
  public enum Trait {
    STATIC,
    OVERRIDES,
    /** The superclass has it: it is not printed, but its name is taken. */
    INHERITED,
    /** The last parameter is written with three dots. */
    VARARGS
  }

  public Member {
    traits = Set.copyOf(traits);
    parameters = List.copyOf(parameters);
  }

  /** Starts a constructor. */
  public static Builder constructor(Access access) {
    return new Builder("", access).returns(Optional.empty());
  }

  /** Starts a method without result that everyone may call. */
  public static Builder publicly(String name) {
    return new Builder(name, Access.PUBLIC);
  }

  /** Starts a public method that overrides or implements another. */
  public static Builder overriding(String name) {
    return publicly(name).trait(Trait.OVERRIDES);
  }

  /** Starts a public method without result that the superclass has. */
  public static Builder inherited(String name) {
    return publicly(name).trait(Trait.INHERITED);
  }

  /** Starts a method without result. */
  public static Builder method(String name, Access access) {
    return new Builder(name, access);
  }

  /** Returns whether it is a constructor. */
  public boolean isConstructor() {
    return name.isEmpty();
  }

  /** Returns whether it has a trait. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns whether the class itself has it, so that it is printed. */
  public boolean isOwn() {
    return !is(Trait.INHERITED);
  }

  /** Returns the same with other parameters; the last one is written with three dots, or not. */
  public Member taking(List<Parameter> others, boolean varargs) {
    Set<Trait> changed = EnumSet.noneOf(Trait.class);
    changed.addAll(traits);
    changed.remove(Trait.VARARGS);
    if (varargs) {
      changed.add(Trait.VARARGS);
    }
    return new Member(name, access, changed, returns, others, javadoc, body);
  }

  /** Returns the same without Javadoc and with another body. */
  public Member doing(CodeBlock other) {
    return new Member(name, access, traits, returns, parameters, CodeBlock.of(""), other);
  }

  /** Returns name and erased types: {@code evaluate(java.lang.Iterable)}. */
  public String signature() {
    return parameters.stream()
        .map(parameter -> Code.erased(parameter.type()))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** Collects the parts of a member. */
  public static final class Builder {
    private final String name;
    private final Access access;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<Parameter> parameters = new ArrayList<>();
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final CodeBlock.Builder body = CodeBlock.builder();
    private Optional<TypeName> returns = Optional.of(TypeName.VOID);

    private Builder(String name, Access access) {
      this.name = name;
      this.access = access;
    }

    /** Adds a trait. */
    public Builder trait(Trait trait) {
      traits.add(trait);
      return this;
    }

    /** Says whether the last parameter is written with three dots. */
    public Builder varargs(boolean varargs) {
      return varargs ? trait(Trait.VARARGS) : this;
    }

    /** Sets the type of the result. */
    public Builder returns(TypeName type) {
      return returns(Optional.of(type));
    }

    private Builder returns(Optional<TypeName> type) {
      returns = type;
      return this;
    }

    /** Adds to the Javadoc. */
    public Builder doc(String format, Object... arguments) {
      javadoc.add(format, arguments);
      return this;
    }

    /** Adds the Javadoc of what it throws. */
    public Builder fails(Class<? extends Exception> exception, String when, Object... arguments) {
      return doc("@throws $T $L\n", exception, CodeBlock.of(when, arguments));
    }

    /** Adds a parameter. */
    public Builder parameter(TypeName type, String parameter) {
      return parameter(Parameter.of(type, parameter));
    }

    /** Adds a parameter. */
    public Builder parameter(Parameter parameter) {
      parameters.add(parameter);
      return this;
    }

    /** Adds parameters. */
    public Builder parameters(List<Parameter> all) {
      parameters.addAll(all);
      return this;
    }

    /** Adds a statement. */
    public Builder statement(String format, Object... arguments) {
      body.addStatement(format, arguments);
      return this;
    }

    /** Adds a statement. */
    public Builder statement(CodeBlock statement) {
      body.addStatement(statement);
      return this;
    }

    /** Adds what is no statement, such as an empty line. */
    public Builder code(CodeBlock code) {
      body.add(code);
      return this;
    }

    /** Opens a block. */
    public Builder begin(String format, Object... arguments) {
      body.beginControlFlow(format, arguments);
      return this;
    }

    /** Closes a block. */
    public Builder end() {
      body.endControlFlow();
      return this;
    }

    /** Returns the member. */
    public Member build() {
      return new Member(name, access, traits, returns, parameters, javadoc.build(), body.build());
    }
  }
}
