package dev.rondo.processor.plan.type;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.Prediction;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.ClassCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the session: the model, fed step by step. */
public final class SessionClass {
  // fields: inputs and outputs are not named here
  private static final String CODEC = "codec";
  private static final String ANSWERS = "answers";
  private static final String MEMORY = "memory";

  private final GeneratedClasses classes;
  private final List<Field> fields = new ArrayList<>();
  private final boolean text;
  private final Optional<ClassCode> answer;

  private SessionClass(ModelParts parts) {
    this.classes = parts.classes();
    this.text = parts.input().input().codec() instanceof Codec.Text;
    this.answer = parts.output().answeringClass();
    List<CodecField> codecs = parts.codecs(ModelParts.STORED);
    fields.add(Field.hidden(codecs.get(0).codec().type(), CODEC));
    answer.ifPresent(
        code -> fields.add(Field.hidden(code.codec(ModelParts.STORED).type(), ANSWERS)));
    fields.add(Field.hidden(RuntimeTypes.SESSION_MEMORY, MEMORY));
  }

  /** Returns the session of a model. */
  public static ClassPlan plan(ModelParts parts) {
    return new SessionClass(parts).plan();
  }

  private ClassPlan plan() {
    return ClassPlan.api(classes.session())
        .extending(RuntimeTypes.SESSION)
        .doc(
            """
            Reads step by step for {@link $T}, and remembers what it read.

            <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
            be used side by side. A call that fails leaves a session as it was.
            """,
            classes.model())
        .fields(fields)
        .member(constructor())
        .members(answer.map(this::answers).orElseGet(() -> List.of(nextToken())))
        .member(copy())
        .build();
  }

  private Member constructor() {
    Member.Builder constructor = Member.constructor(Access.PACKAGE).statement("super($N)", MEMORY);
    for (Field field : fields) {
      constructor.parameter(field.type(), field.name()).statement("this.$1N = $1N", field.name());
    }
    return constructor.build();
  }

  /** Returns the parameter: what is read at a step. */
  private String parameter() {
    return text ? "text" : "token";
  }

  private CodeBlock tokens() {
    return text
        ? CodeBlock.of("$N.tokens(text)", CODEC)
        : CodeBlock.of(
            "$N.encode($T.of($T.notNull(token, $S)))",
            CODEC,
            List.class,
            RuntimeTypes.ARGUMENTS,
            "token");
  }

  private List<Member> answers(ClassCode answers) {
    Member next =
        reading("next", "the answer to all that was read")
            .returns(answers.type())
            .statement("return nextScored($N).value()", parameter())
            .build();
    Member nextScored =
        reading("nextScored", "the answer to all that was read, with the probability of every one")
            .returns(Code.generic(ClassName.get(Prediction.class), answers.boxed()))
            .statement("return $N.prediction($N.read($L))", ANSWERS, MEMORY, tokens())
            .build();
    return List.of(next, nextScored);
  }

  private Member nextToken() {
    return reading("next", "what is likely to follow all that was read")
        .returns(RuntimeTypes.NEXT_TOKEN)
        .statement("$T tokens =$W$L", ArrayTypeName.of(TypeName.INT), tokens())
        .statement(
            "return $T.of($N, tokens, $N.read(tokens))", RuntimeTypes.NEXT_TOKEN, CODEC, MEMORY)
        .build();
  }

  private Member.Builder reading(String method, String returned) {
    return Member.publicly(method)
        .doc(
            "Reads $L.\n\n",
            text ? "further text, of one or more tokens, which is cut by itself" : "a token")
        .doc("@return $L\n", returned)
        .fails(
            IllegalArgumentException.class,
            "if the $L is null$L",
            parameter(),
            text ? ", or has no tokens" : "")
        .fails(IllegalStateException.class, "after the predictor was closed")
        .parameter(ClassName.get(String.class), parameter());
  }

  private Member copy() {
    CodeBlock codecs =
        fields.stream()
            .map(Field::name)
            .filter(name -> !name.equals(MEMORY))
            .map(name -> CodeBlock.of("$N, ", name))
            .collect(CodeBlock.joining(""));
    return Member.publicly("copy")
        .doc("Returns a session of its own that goes on from here.\n")
        .returns(classes.session())
        .statement("return new $T($L$N.copy())", classes.session(), codecs, MEMORY)
        .build();
  }
}
