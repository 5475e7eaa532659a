package dev.rondo.processor.plan.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A generated class.
 *
 * @param components what it consists of if it is a record; empty for a class
 * @param api whether users see it: it is public then, if the interface is
 * @param isAbstract whether it leaves methods open; a generated class is final otherwise
 * @param nested an enum inside of it
 */
public record ClassPlan(
    ClassName name,
    boolean api,
    boolean isAbstract,
    Optional<TypeName> superclass,
    List<TypeName> interfaces,
    CodeBlock javadoc,
    List<Parameter> components,
    List<Field> fields,
    List<Member> members,
    Optional<ConstantsPlan> nested) {
  public ClassPlan {
    interfaces = List.copyOf(interfaces);
    components = List.copyOf(components);
    fields = List.copyOf(fields);
    members = List.copyOf(members);
  }

  /** Starts a class that users see. */
  public static Builder api(ClassName name) {
    return new Builder(name, true);
  }

  /** Starts a class for the other generated classes only. */
  public static Builder internal(ClassName name) {
    return new Builder(name, false);
  }

  /** Collects the parts of a class. */
  public static final class Builder {
    private final ClassName name;
    private final boolean api;
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final List<TypeName> interfaces = new ArrayList<>();
    private final List<Parameter> components = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private Optional<TypeName> superclass = Optional.empty();
    private boolean isAbstract;
    private Optional<ConstantsPlan> nested = Optional.empty();

    private Builder(ClassName name, boolean api) {
      this.name = name;
      this.api = api;
    }

    /** Adds to the Javadoc. */
    public Builder doc(String format, Object... arguments) {
      javadoc.add(format, arguments);
      return this;
    }

    /** Sets what it extends. */
    public Builder extending(TypeName type) {
      superclass = Optional.of(type);
      return this;
    }

    /** Adds an interface. */
    public Builder implementing(TypeName type) {
      interfaces.add(type);
      return this;
    }

    /** Leaves methods of its interfaces open. */
    public Builder abstractly() {
      isAbstract = true;
      return this;
    }

    /** Makes it a record, of these components. */
    public Builder components(List<Parameter> all) {
      components.addAll(all);
      return this;
    }

    /** Adds fields. */
    public Builder fields(List<Field> all) {
      fields.addAll(all);
      return this;
    }

    /** Adds members. */
    public Builder members(List<Member> all) {
      members.addAll(all);
      return this;
    }

    /** Adds a member. */
    public Builder member(Member member) {
      members.add(member);
      return this;
    }

    /** Sets an enum inside of it. */
    public Builder nested(ConstantsPlan constants) {
      nested = Optional.of(constants);
      return this;
    }

    /** Returns the class. */
    public ClassPlan build() {
      return new ClassPlan(
          name,
          api,
          isAbstract,
          superclass,
          interfaces,
          javadoc.build(),
          components,
          fields,
          members,
          nested);
    }
  }
}
