use adjacent::record::Mode;

use crate::walks::walk::Walk;

#[test]
fn a_room_draws_what_is_there_and_what_it_is_for() {
    let mut walk = Walk::begun(Mode::Live, "draw");
    walk.through(
        "# What is there
         Contact Centre owns Service bot (live) => Contact Centre owns !Service bot (live)
         Claims answers for Claims triage (pilot) => Claims owns !Claims triage (pilot)
         Letter drafter => !Letter drafter
         Claims owns the Letter drafter => Claims owns !Letter drafter
         # What it lives on
         severity scores, data engineers (scarce) => Claims triage needs severity scores, data engineers (scarce)
         Data Platform supplies severity scores",
    );
    walk.turns().through("nothing => Letter drafter: nothing\n customer history => Service bot needs customer history");
    walk.through(
        "# Whose work
         the claims handlers, Customers (outside) => Claims triage -> @claims handlers, @Customers (outside)",
    );
    walk.turns().turns().through("Retention => Service bot -> @Retention");
    walk.through(
        "# What it is for
         less cycle time (want down) => Claims triage aims ~less cycle time (want down)
         customer satisfaction up => Claims triage aims ~customer satisfaction up",
    );
    walk.turns().turns().through(
        "less handle time => Service bot aims ~less handle time
         # Two minutes to look
         Brokers -> Claims intake : feeds
         nobody drew the people who clean up the letters",
    );
    walk.leaves(
        "party Brokers
         party Claims
         party claims handlers
         process Claims intake
         initiative Claims triage (pilot)
         party Contact Centre
         resource customer history
         factor customer satisfaction
         party Customers (outside)
         factor cycle time (want down)
         resource data engineers (scarce)
         resource Data Platform
         factor handle time
         initiative Letter drafter
         party Retention
         initiative Service bot (live)
         resource severity scores
         Brokers -> Claims intake : feeds
         Claims -> Claims triage : owns
         Claims -> Letter drafter : owns
         Claims triage -> claims handlers : ?
         Claims triage -> customer satisfaction : aims +
         Claims triage -> Customers : ?
         Claims triage -> cycle time : aims -
         Claims triage -> data engineers : needs
         Claims triage -> severity scores : needs
         Contact Centre -> Service bot : owns
         Data Platform -> severity scores : feeds
         Service bot -> customer history : needs
         Service bot -> handle time : aims -
         Service bot -> Retention : ?",
        "turned to Letter drafter
         answered Letter drafter: nothing
         turned to Letter drafter
         turned to Service bot
         turned to Letter drafter
         turned to Service bot
         answered nobody drew the people who clean up the letters",
    )
    .reaches_its_goals();
}

#[test]
fn somebody_alone_draws_it_and_learns_whom_to_ask() {
    let mut walk = Walk::begun(Mode::Solo, "draw");
    walk.through(
        "# What is near you
         Claims owns Claims triage (live) => Claims owns !Claims triage (live)
         Claims answers for the letter drafter => Claims owns !letter drafter
         # What it lives on
         severity scores, my evenings => Claims triage needs severity scores, my evenings",
    );
    walk.turns().through(
        "templates => letter drafter needs templates
         # Whom you would ask
         Priya in Retention: what does a repeat call cost you => ? Priya in Retention: what does a repeat call cost you
         Sam => ? Sam: what is different in your day because of Claims triage",
    );
    walk.turns().through(
        "the brokers => ? the brokers: what is different in your day because of letter drafter
         # What it is for
         less cycle time (want down) => Claims triage aims ~less cycle time (want down)
         fewer appeals => Claims triage aims ~fewer appeals",
    );
    walk.turns().through(
        "less reply time => letter drafter aims ~less reply time
         # What you left out
         Claims triage -> less time to explain
         nobody drew the people who clean up the letters",
    );
    walk.leaves(
        "factor appeals
         party Claims
         initiative Claims triage (live)
         factor cycle time (want down)
         resource evenings
         initiative letter drafter
         factor reply time
         resource severity scores
         resource templates
         factor time to explain
         Claims -> Claims triage : owns
         Claims -> letter drafter : owns
         Claims triage -> appeals : aims -
         Claims triage -> cycle time : aims -
         Claims triage -> evenings : needs
         Claims triage -> severity scores : needs
         Claims triage -> time to explain : -
         letter drafter -> reply time : aims -
         letter drafter -> templates : needs",
        "turned to letter drafter
         asked Priya in Retention: what does a repeat call cost you
         asked Sam: what is different in your day because of Claims triage
         turned to letter drafter
         asked the brokers: what is different in your day because of letter drafter
         turned to letter drafter
         answered nobody drew the people who clean up the letters",
    )
    .reaches_its_goals();
}

#[test]
fn a_person_who_is_asked_about_is_no_thing_on_the_map() {
    let mut walk = Walk::begun(Mode::Live, "draw");
    walk.through(
        "# What is there
         we are not sure it counts => (a sentence)
         !Service bot
         # What it lives on
         # Whose work
         Service bot -> /Claims intake
         they have to ask twice => (a sentence)",
    );
}
