//! What the lenses see: in the smallest graphs that have it and that just do not, and in the worked example.

mod archetype;
mod boundary;
mod charter;
mod conflict;
mod cures;
mod dispute;
mod emergent;
mod imports;
mod incentive;
mod leverage;
mod loops;
mod made_up;
mod mechanism;
mod momentum;
mod prefixes;
mod redundancy;
mod reference;
mod ripple;
mod silence;
mod single_point;
mod state;
mod synergy;
mod unmet;
mod worked_example;
