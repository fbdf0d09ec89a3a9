package app.inbetween;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import app.inbetween.generation.Generations;
import app.inbetween.provider.VideoProvider;

/** The house as docs/architecture.md draws it. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.inbetween");

    /** Who may import whom; a package may always import itself. */
    private static final Map<String, List<String>> IMPORTS = Map.ofEntries(
            entry("web", List.of()),
            entry("trial", List.of()),
            entry("storage", List.of()),
            entry("media", List.of()),
            entry("database", List.of()),
            entry("account", List.of("web", "database")),
            entry("notice", List.of("account", "database", "web")),
            entry("price", List.of("account", "database", "web")),
            entry("ledger", List.of("price", "account", "database", "web")),
            entry("budget", List.of("ledger", "price", "notice", "account", "database", "web")),
            entry("statement", List.of("budget", "ledger", "price", "notice", "account", "database", "web")),
            entry("frame", List.of("account", "web", "storage", "media")),
            entry("provider", List.of("media", "storage", "database")),
            entry("hook", List.of("generation", "provider", "database", "web")),
            entry("generation",
                    List.of("frame", "budget", "ledger", "price", "notice", "provider", "account", "database", "web", "storage",
                            "media")),
            entry("gallery", List.of("generation", "frame", "account", "web", "storage", "media")),
            entry("books", List.of("generation", "budget", "ledger", "price", "notice", "provider", "account", "database",
                    "web")),
            entry("admin",
                    List.of("books", "generation", "gallery", "statement", "budget", "ledger", "price", "notice", "frame",
                            "provider", "account", "database", "web", "storage", "media")));

    @TestFactory
    Stream<DynamicTest> callsGoDown() {
        return IMPORTS.entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(), () -> importsOnly(room.getKey(),
                room.getValue())));
    }

    @Test
    void everyPackageIsInTheTable() {
        classes().should(new ArchCondition<>("live in a package of the table") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String room = type.getPackageName().replaceFirst("^app\\.inbetween\\.?", "").split("\\.")[0];
                events.add(new SimpleConditionEvent(type, IMPORTS.containsKey(room), type.getName()));
            }
        }).check(HOUSE);
    }

    @Test
    void nobodyImportsAnAdapter() {
        noClasses().that().resideOutsideOfPackage("app.inbetween.provider.*")
                .should().dependOnClassesThat().resideInAPackage("app.inbetween.provider.*").check(HOUSE);
    }

    @TestFactory
    Stream<DynamicTest> adaptersDoNotKnowEachOther() {
        return Stream.of("local", "wavespeed", "fal", "dashscope", "kolbo", "comfyui").map(name -> DynamicTest.dynamicTest(name,
                () -> noClasses().that().resideInAPackage("app.inbetween.provider." + name)
                        .should().dependOnClassesThat(resideInAPackage("app.inbetween.provider.*")
                                .and(resideOutsideOfPackages("app.inbetween.provider." + name, "app.inbetween.provider.wire",
                                        "app.inbetween.provider.catalog")))
                        .allowEmptyShould(true).check(HOUSE)));
    }

    @Test
    void oneDoorLeadsToAProvider() {
        noClasses().that().doNotHaveFullyQualifiedName(Generations.class.getName())
                .should().callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe("submits to a provider",
                        call -> call.getTarget().getName().equals("submit")
                                && call.getTargetOwner().isAssignableTo(VideoProvider.class)))
                .check(HOUSE);
    }

    @Test
    void entitiesAreChangedByTheirOwnMethodsOnly() {
        classes().should(new ArchCondition<>("set no field of an entity that is not themselves") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                foreignWrites(type)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        }).check(HOUSE);
    }

    @Test
    void theTimeComesFromTheClock() {
        noClasses().that().areNotAssignableTo(Clock.class)
                .should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(java.time.LocalDate.class, "now").orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .check(HOUSE);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO|Info|Common)$")
                .orShould().haveSimpleNameStartingWith("Abstract").orShould().haveSimpleNameStartingWith("Base").check(HOUSE);
    }

    @Test
    void resourcesHaveAtMostFiveEndpoints() {
        classes().that().haveSimpleNameEndingWith("Resource").should(new ArchCondition<>("have at most five endpoints") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long endpoints = type.getMethods().stream().filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")))
                        .count();
                events.add(new SimpleConditionEvent(type, endpoints <= 5, type.getName() + " has " + endpoints));
            }
        }).check(HOUSE);
    }

    private static void importsOnly(String room, List<String> allowed) {
        List<String> others = new ArrayList<>(IMPORTS.keySet());
        others.removeAll(allowed);
        others.remove(room);
        noClasses().that().resideInAPackage("app.inbetween." + room + "..")
                .should().dependOnClassesThat()
                .resideInAnyPackage(others.stream().map(other -> "app.inbetween." + other + "..").toArray(String[]::new))
                .allowEmptyShould(true).check(HOUSE);
    }

    private static Stream<JavaFieldAccess> foreignWrites(JavaClass type) {
        return type.getFieldAccessesFromSelf().stream().filter(access -> access.getAccessType() == AccessType.SET)
                .filter(access -> isOfEntity(access.getTargetOwner()) && !isHome(type, access.getTargetOwner()));
    }

    private static boolean isOfEntity(JavaClass owner) {
        return owner.isAnnotatedWith(Entity.class) || owner.isAnnotatedWith(Embeddable.class);
    }

    /** An entity may set the fields of what is embedded in it. */
    private static boolean isHome(JavaClass type, JavaClass owner) {
        return type.equals(owner) || owner.isAnnotatedWith(Embeddable.class) && type.isAnnotatedWith(Entity.class)
                || type.getName().contains("_");
    }
}
