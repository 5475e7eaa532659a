package dev.rondo.processor.plan.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all predictors have: codecs, the network in memory, sessions where the network is causal,
 * and how they are stored and freed. What it answers is the task's.
 */
public final class PredictorClass {
  /** The wanted name of the network. */
  public static final String NETWORK = "network";

  /** The wanted name of the network in memory. */
  public static final String HOST = "host";

  /** The wanted name of how the network answers. */
  public static final String INFERENCE = "inference";

  /** The wanted name of how the model was trained. */
  public static final String HISTORY = "history";

  private static final List<String> LOCALS =
      List.of(
          NETWORK,
          HOST,
          INFERENCE,
          HISTORY,
          ModelParts.STORED,
          Storage.FILE,
          Storage.STREAM,
          Storage.DEVICE,
          Storage.MODEL,
          SessionStart.SESSIONS,
          SessionStart.BYTES);

  private final ModelParts parts;
  private final Names names;
  private final List<CodecField> codecs;
  private final boolean sessions;
  private Optional<SessionCode> sessionCode = Optional.empty();

  /**
   * A field that the constructor makes.
   *
   * @param name its name
   * @param created what it is made of
   * @param shared whether the trainer reads it
   */
  public record Helper(TypeName type, String name, CodeBlock created, boolean shared) {
    /** Keeps a field for the class alone. */
    public Helper(TypeName type, String name, CodeBlock created) {
      this(type, name, created, false);
    }

    private Field field() {
      return shared ? Field.shared(type, name) : Field.hidden(type, name);
    }
  }

  /**
   * Prepares planning.
   *
   * @param locals wanted names of the task's fields and local variables
   * @param sessions whether the model can be fed step by step
   */
  public PredictorClass(ModelParts parts, List<String> locals, boolean sessions) {
    this.parts = parts;
    this.names = names(parts).withLocals(locals);
    this.codecs = parts.codecs(names.get(ModelParts.STORED));
    this.sessions = sessions;
  }

  /** Returns the names that all predictors of a model have. */
  public static Names names(ModelParts parts) {
    return Names.none()
        .withModel(parts.names())
        .withModel(parts.parameterNames())
        .withModel(parts.parameterNames().stream().map(Code::plural).toList())
        .withLocals(LOCALS);
  }

  /** Returns the name of the field that holds the network in memory. */
  static String host(ModelParts parts) {
    return names(parts).get(HOST);
  }

  /** Returns the name of the field of a codec. */
  static String field(ModelParts parts, CodecField codec) {
    return names(parts).ofModel(codec.owner());
  }

  /** Returns the names of fields and local variables. */
  public Names names() {
    return names;
  }

  private String name(String wanted) {
    return names.get(wanted);
  }

  private GeneratedClasses classes() {
    return parts.classes();
  }

  /** Returns the fields of the codecs. */
  private List<Parameter> fields() {
    return codecs.stream()
        .map(codec -> Parameter.of(codec.codec().type(), names.ofModel(codec.owner())))
        .toList();
  }

  /**
   * What a task adds.
   *
   * @param does what Javadoc says it does, as in "Answers SentimentModel"
   * @param remark a further paragraph of Javadoc, or nothing
   * @param keepsNetwork whether methods call the network itself
   * @param constants static fields
   * @param helpers fields that the constructor makes
   * @param answers the members that users see
   * @param inner those that they do not see, which stand last
   */
  public record Own(
      CodeBlock does,
      CodeBlock remark,
      boolean keepsNetwork,
      List<Field> constants,
      List<Helper> helpers,
      List<Member> answers,
      List<Member> inner) {}

  /** Returns the class. */
  public ClassPlan plan(Own own) {
    Storage storage = new Storage(classes(), codecs, parts.networkArguments(names), names);
    ClassPlan.Builder type =
        ClassPlan.api(classes().predictor())
            .extending(RuntimeTypes.PREDICTOR)
            .implementing(classes().model())
            .doc("$L with a trained network.\n\n", own.does())
            .doc("<p>Safe for use by many threads. Holds native memory until it is closed.\n")
            .doc("$L", own.remark())
            .fields(own.constants())
            .fields(fields(own))
            .member(constructor(own))
            .members(storage.loading());
    if (sessions) {
      type.members(sessionStart().methods());
    }
    return type.members(own.answers()).members(storage.keeping()).members(own.inner()).build();
  }

  /**
   * Returns what answers for the network.
   *
   * @param row the type of a row
   * @param scores the type of its scores
   * @param created what it is made of
   */
  public Helper inference(TypeName row, TypeName scores, CodeBlock created) {
    return new Helper(
        ParameterizedTypeName.get(RuntimeTypes.INFERENCE, row, scores), name(INFERENCE), created);
  }

  /**
   * Returns the method that gives the options of how the model answers.
   *
   * @param options an expression of them
   */
  public static Member serving(CodeBlock options) {
    return Member.publicly("serving")
        .doc(
            "Returns options of how the model answers: batching of calls, precision, warming"
                + " up.\n")
        .returns(RuntimeTypes.SERVING)
        .statement("return $L", options)
        .build();
  }

  /**
   * Returns the method that gives the options of a model that is computed token by token.
   *
   * @param helper the name of the field that answers
   */
  public Member answering(String helper) {
    return Member.publicly("serving")
        .doc("Returns the option of how the model answers: precision.\n")
        .returns(RuntimeTypes.ANSWERING)
        .statement("return $N", helper)
        .build();
  }

  /** Starts sessions in another way than those that read tokens. */
  public void startSessionsBy(SessionCode code) {
    sessionCode = Optional.of(code);
  }

  private SessionCode sessionStart() {
    return sessionCode.orElseGet(() -> new SessionStart(classes(), fields(), names));
  }

  private List<Field> fields(Own own) {
    List<Field> fields = new ArrayList<>();
    // the trainer, which continues from a predictor, reads the fields that are not private
    fields().forEach(codec -> fields.add(Field.shared(codec.type(), codec.name())));
    fields.add(Field.shared(RuntimeTypes.NETWORK_HOST, name(HOST)));
    if (own.keepsNetwork()) {
      fields.add(Field.hidden(classes().network(), name(NETWORK)));
    }
    own.helpers().forEach(helper -> fields.add(helper.field()));
    if (sessions) {
      fields.add(sessionStart().field());
    }
    return fields;
  }

  private Member constructor(Own own) {
    Member.Builder constructor = Member.constructor(Access.PACKAGE);
    List<Parameter> parameters = new ArrayList<>(fields());
    parameters.add(Parameter.of(classes().network(), name(NETWORK)));
    parameters.add(Parameter.of(RuntimeTypes.NETWORK_HOST, name(HOST)));
    parameters.add(Parameter.of(RuntimeTypes.TRAINING_HISTORY, name(HISTORY)));
    parameters.forEach(constructor::parameter);
    constructor.statement(
        "super($T.signature(), $N, $N)", classes().network(), name(HOST), name(HISTORY));
    for (Field field : fields(own)) {
      if (parameters.contains(Parameter.of(field.type(), field.name()))) {
        constructor.statement("this.$1N = $1N", field.name());
      }
    }
    own.helpers()
        .forEach(helper -> constructor.statement("this.$N =$W$L", helper.name(), helper.created()));
    if (sessions) {
      constructor.statement(sessionStart().created());
    }
    return constructor.build();
  }
}
