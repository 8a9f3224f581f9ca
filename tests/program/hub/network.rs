//! What the other tests of the hub stand on: the server and the bad network do what they say.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use crate::faults::{Fault, FaultProxy};
use crate::postgres::{Cluster, OWNER, Stop};

/// A server that sends back whatever comes.
fn echo() -> FaultProxy {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let proxy = FaultProxy::to(listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut client in listener.incoming().flatten() {
            thread::spawn(move || {
                let mut bytes = [0; 1024];
                while let Ok(count @ 1..) = client.read(&mut bytes) {
                    client.write_all(&bytes[..count]).unwrap();
                }
            });
        }
    });
    proxy
}

/// What comes back of this, until the connection ends or as much has come.
fn answered(client: &mut TcpStream, bytes: &[u8]) -> Vec<u8> {
    let _ = client.write_all(bytes);
    let mut back = Vec::new();
    let _ = client.take(bytes.len() as u64).read_to_end(&mut back);
    back
}

#[test]
fn a_proxy_passes_on_cuts_in_the_middle_and_refuses() {
    let proxy = echo();
    let connect = || TcpStream::connect(proxy.address()).unwrap();
    let mut client = connect();
    assert_eq!(answered(&mut client, b"whole"), b"whole");
    assert_eq!(proxy.connections(), 1);
    proxy.cut_after(13);
    assert_eq!(answered(&mut client, b"ten bytes."), b"ten", "ten bytes up and three of those that come down");
    let mut client = connect();
    assert_eq!(answered(&mut client, b"again"), b"again");
    assert_eq!(proxy.cut(), 1);
    assert_eq!(answered(&mut client, b"cut"), b"");
    proxy.refuse(true);
    assert_eq!(answered(&mut connect(), b"refused"), b"");
    proxy.refuse(false);
    assert_eq!(answered(&mut connect(), b"there"), b"there");
}

#[test]
fn a_proxy_delays_and_holds_back() {
    let proxy = echo();
    let mut client = TcpStream::connect(proxy.address()).unwrap();
    proxy.delay(Duration::from_millis(40));
    let began = Instant::now();
    assert_eq!(answered(&mut client, b"late"), b"late");
    assert!(began.elapsed() >= Duration::from_millis(80), "up and down");
    proxy.delay(Duration::ZERO);
    proxy.swallow(true);
    client.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    assert_eq!(answered(&mut client, b"held"), b"");
    proxy.swallow(false);
    client.set_read_timeout(None).unwrap();
    assert_eq!(answered(&mut client, b""), b"");
    let mut back = [0; 4];
    client.read_exact(&mut back).unwrap();
    assert_eq!(&back, b"held", "what was held back comes when it may");
}

#[test]
fn a_cluster_keeps_its_rows_through_every_fault_and_asks_strangers_for_a_password() {
    let Some(cluster) = Cluster::start() else { return };
    let database = cluster.database();
    cluster.sql(&database, "CREATE TABLE heard (word text); INSERT INTO heard VALUES ('before')");
    let (proxy, cluster) = (FaultProxy::to(cluster.address()), Mutex::new(cluster));
    let mut faults = vec![Fault::Restart(Stop::Fast), Fault::Restart(Stop::Immediate), Fault::Terminate];
    faults.extend([Fault::Away(1), Fault::Tunnel(1), Fault::Delay(1), Fault::Cut, Fault::CutAfter(9)]);
    for fault in faults {
        fault.happens(&cluster, &proxy);
        let cluster = cluster.lock().unwrap();
        assert_eq!(cluster.sql(&database, "SELECT word FROM heard").trim(), "before", "{fault:?}");
    }
    let cluster = cluster.into_inner().unwrap();
    assert!(cluster.dump(&database).contains("before"));
    let refused = cluster.sql_as(OWNER, &database, "SELECT 1/0").unwrap_err();
    assert!(refused.contains("22012"), "the SQLSTATE is told: {refused}");
    let hosts = cluster.sql(&database, "SELECT auth_method FROM pg_hba_file_rules WHERE type = 'host'");
    assert!(hosts.lines().all(|method| method == "scram-sha-256"), "{hosts}");
}

#[test]
fn the_same_numbers_draw_the_same_faults_and_every_kind_is_drawn() {
    let drawn: Vec<Fault> = (0..64).map(Fault::drawn).collect();
    assert_eq!(drawn, (0..64).map(Fault::drawn).collect::<Vec<_>>());
    for kind in [Fault::Cut, Fault::Terminate, Fault::Restart(Stop::Fast), Fault::Restart(Stop::Immediate)] {
        assert!(drawn.contains(&kind), "{kind:?}");
    }
}
