package app.inbetween.admin.price;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;

import app.inbetween.price.Credits;
import app.inbetween.price.Money;
import app.inbetween.price.Price;
import app.inbetween.price.PriceKey;
import app.inbetween.price.PriceRefusedException;
import app.inbetween.price.PriceRefusedException.About;
import app.inbetween.price.Proposal;
import app.inbetween.price.ProviderRate;
import app.inbetween.price.Rate;
import app.inbetween.price.Rounding;

/** What is typed for the next version of a price, kept as it was typed. */
public class PriceForm {

    private static final int LONGEST = 2000;

    @RestForm
    String model;
    @RestForm
    String resolution;
    @RestForm
    String variant;
    @RestForm("per-second")
    String perSecond;
    @RestForm
    String tiers;
    @RestForm
    String rounding;
    @RestForm
    String free;
    @RestForm
    String currency;
    @RestForm
    String cost;
    @RestForm("cost-tiers")
    String costTiers;
    @RestForm
    String start;
    @RestForm
    String reason;
    @RestForm
    String meant;
    @RestForm
    String action;

    /** As it is first shown: what is in force now, beginning with the next day. */
    static PriceForm of(PriceKey key, Optional<Price> price, ZonedDateTime now) {
        PriceForm form = new PriceForm();
        form.model = key.model();
        form.resolution = key.resolution();
        form.variant = key.variant();
        form.start = now.truncatedTo(ChronoUnit.DAYS).plusDays(1).toLocalDateTime().toString();
        price.ifPresent(form::fill);
        return form;
    }

    private void fill(Price price) {
        Rate rate = price.rate();
        perSecond = rate.perSecond().decimal().toPlainString();
        tiers = TierLines.write(rate.tiers(), amount -> Credits.ofMillis(amount).decimal());
        rounding = rate.rounding().name();
        free = rate.isFree() ? "true" : null;
        price.cost().ifPresent(this::fill);
    }

    private void fill(ProviderRate rate) {
        currency = rate.perSecond().currency();
        cost = plain(rate.perSecond().micros()).toPlainString();
        costTiers = TierLines.write(rate.tiers(), PriceForm::plain);
    }

    private static BigDecimal plain(long micros) {
        BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return exact.setScale(Math.max(0, exact.scale()));
    }

    PriceKey key() {
        return new PriceKey(text(model), text(resolution), text(variant));
    }

    /** Whether the person wants to go on typing. */
    boolean isEdit() {
        return "edit".equals(action);
    }

    /** @throws PriceRefusedException if something cannot be read */
    Proposal proposal(ZoneId zone) {
        Rate rate = new Rate(isFree() && perSecond().isEmpty() ? Credits.ZERO : credits(perSecond(), About.RATE),
                TierLines.read(tiers(), text -> Credits.parse(text).map(Credits::millis), About.TIERS), roundedTo());
        return new Proposal(key(), rate, isFree(), rate(), moment(zone), reason(), isMeant());
    }

    private static Credits credits(String text, About about) {
        return Credits.parse(text).orElseThrow(() -> new PriceRefusedException(about,
                text.isEmpty() ? "Type the credits for each second of video."
                        : "“" + text + "” is no amount of credits. Write it like 7 or 0.125, with at most three decimals."));
    }

    private Optional<ProviderRate> rate() {
        if (currency().isEmpty() && cost().isEmpty() && costTiers().isEmpty()) {
            return Optional.empty();
        }
        if (currency().isEmpty()) {
            throw new PriceRefusedException(About.COST, "Choose in which money the provider bills us, or empty what it asks.");
        }
        long perSecond = micros(cost()).orElseThrow(() -> new PriceRefusedException(About.COST, cost().isEmpty()
                ? "Type what the provider asks for each second, or choose that nobody bills us."
                : "“" + cost() + "” is no amount of money. Write it like 0.07, with at most six decimals."));
        return Optional.of(new ProviderRate(new Money(perSecond, currency()),
                TierLines.read(costTiers(), PriceForm::micros, About.COST_TIERS)));
    }

    private static Optional<Long> micros(String text) {
        try {
            boolean amount = text.matches("\\d{0,7}(\\.\\d{1,6})?") && !text.isEmpty();
            return amount ? Optional.of(Money.of(new BigDecimal(text), Money.DOLLARS).micros()) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private ZonedDateTime moment(ZoneId zone) {
        try {
            return LocalDateTime.parse(start()).atZone(zone);
        } catch (DateTimeException e) {
            throw new PriceRefusedException(About.START, "Say when it begins, with day and time, such as 2026-11-23T00:00.");
        }
    }

    private Rounding roundedTo() {
        return Arrays.stream(Rounding.values()).filter(it -> it.name().equals(rounding())).findFirst().orElse(Rounding.UP);
    }

    public String model() {
        return text(model);
    }

    public String resolution() {
        return text(resolution);
    }

    public String variant() {
        return text(variant);
    }

    public String perSecond() {
        return text(perSecond);
    }

    public String tiers() {
        return text(tiers);
    }

    public String rounding() {
        return text(rounding);
    }

    public boolean isFree() {
        return free != null;
    }

    public String currency() {
        return text(currency).matches("USD|CNY") ? text(currency) : "";
    }

    public String cost() {
        return text(cost);
    }

    public String costTiers() {
        return text(costTiers);
    }

    public String start() {
        return text(start);
    }

    public String reason() {
        return text(reason);
    }

    public boolean isMeant() {
        return meant != null;
    }

    private static String text(String typed) {
        String stripped = typed == null ? "" : typed.replace("\r\n", "\n").replace("\0", "").strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }
}
