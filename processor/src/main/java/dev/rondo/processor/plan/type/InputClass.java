package dev.rondo.processor.plan.type;

import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.ArrayList;
import java.util.List;

/** Plans the class of what a model with several parameters is asked with, many at once. */
public final class InputClass {
  private InputClass() {}

  /** Returns the class. */
  public static ClassPlan plan(ModelParts parts) {
    GeneratedClasses classes = parts.classes();
    Names names =
        Names.none()
            .withModel(parts.inputs().stream().map(ModelParts.In::name).toList())
            .withLocals(List.of(ExampleValue.OTHER, ExampleValue.THAT));
    List<ExampleValue> values = new ArrayList<>();
    parts.inputs().forEach(in -> values.add(in.code().inExample(in.name(), names)));
    Member.Builder constructor = Member.constructor(Access.PUBLIC).doc("Creates an input.\n\n");
    for (ExampleValue value : values) {
      constructor
          .parameter(value.type(), value.name())
          .doc("@param $N $L\n", value.name(), value.meaning())
          .statement("this.$N = $L", value.name(), value.kept());
    }
    ClassPlan.Builder type =
        ClassPlan.api(classes.input())
            .doc(
                "What {@link $T#$L} is given once. Immutable.\n", classes.model(), classes.method())
            .fields(values.stream().map(value -> Field.hidden(value.type(), value.name())).toList())
            .member(
                constructor
                    .fails(IllegalArgumentException.class, ExampleValue.refused(values))
                    .build());
    values.forEach(value -> type.member(ExampleClass.accessor(value)));
    return type.build();
  }
}
