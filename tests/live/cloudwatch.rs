//! `CloudWatch`, which speaks three protocols: rpcv2Cbor, awsJson 1.0 and awsQuery. The same is
//! written and read in each.

use crate::report::Report;
use crate::server::Server;

/// A connector that speaks `$protocol`, and its checks.
macro_rules! in_protocol {
    ($module:ident, $protocol:tt) => {
        mod $module {
            use std::time::{Duration, SystemTime};

            use aws_operation::{DateTime, aws_connector};

            use self::api::GetDashboardError;
            use crate::refusals;
            use crate::report::{Outcome, Report, Subject, as_modelled, same};
            use crate::server::Server;

            #[aws_connector(service = "cloudwatch", protocol = $protocol)]
            mod api {
                use super::DateTime;

                #[aws_operation]
                pub struct PutMetricDataRequest<'a> {
                    pub namespace: &'a str,
                    pub metric_data: Vec<MetricDatum>,
                }

                #[aws_operation]
                pub struct GetMetricStatisticsRequest<'a> {
                    pub namespace: &'a str,
                    pub metric_name: &'a str,
                    pub start_time: DateTime,
                    pub end_time: DateTime,
                    pub period: i32,
                    pub statistics: Vec<Statistic>,
                }

                #[aws_operation]
                pub struct GetDashboardRequest<'a> {
                    pub dashboard_name: &'a str,
                }
            }

            // Neither `&` nor `<`: this emulator does not escape them in XML.
            const METRIC: &str = "Grüße + 50 %";

            pub async fn test(server: &Server, report: &mut Report) {
                let subject = Subject::of::<api::PutMetricDataRequest>();
                let namespace = &*format!("{}/{}", server.name, $protocol);
                let now = SystemTime::now();
                let put = put(server, namespace, now);
                report.check(subject, "PutMetricData", put).await;
                let get = get(server, namespace, now);
                report.check(subject, "GetMetricStatistics", get).await;
                report.check(subject, "(error)", missing(server)).await;

                let request = api::PutMetricDataRequest {
                    namespace: "ten-euros",
                    metric_data: vec![datum(10.0, now)],
                };
                let forgery = ["ten-euros", "six-euros"];
                refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;
            }

            async fn put(server: &Server, namespace: &str, now: SystemTime) -> Outcome {
                let request = api::PutMetricDataRequest {
                    namespace,
                    metric_data: vec![datum(1.5, now), datum(-0.25, now)],
                };
                server.connector.call(&request).await?;
                Ok(None)
            }

            async fn get(server: &Server, namespace: &str, now: SystemTime) -> Outcome {
                let hour = Duration::from_hours(1);
                let request = api::GetMetricStatisticsRequest {
                    namespace,
                    metric_name: METRIC,
                    start_time: (now - hour).into(),
                    end_time: (now + hour).into(),
                    period: 3600,
                    statistics: vec!["Sum".into(), "Minimum".into(), "SampleCount".into()],
                };
                let got = server.connector.call(&request).await?;
                let point = got.datapoints.first().ok_or("no data")?;
                let time = SystemTime::try_from(point.timestamp.ok_or("no time")?)?;
                if time > now || time + hour < now {
                    return Err(format!("data of {now:?} at {time:?}").into());
                }
                same(
                    &(point.sum, point.minimum, point.sample_count),
                    &(Some(1.25), Some(-0.25), Some(2.0)),
                )
            }

            /// An error that the model lists is a variant.
            async fn missing(server: &Server) -> Outcome {
                let request = api::GetDashboardRequest {
                    dashboard_name: "no-such-dashboard",
                };
                match server.connector.call(&request).await {
                    Err(GetDashboardError::DashboardNotFoundError(error)) => {
                        as_modelled(error.error())
                    }
                    other => Err(format!("a missing dashboard led to {other:?}").into()),
                }
            }

            fn datum(value: f64, now: SystemTime) -> api::MetricDatum {
                api::MetricDatum {
                    metric_name: METRIC.to_owned(),
                    timestamp: Some(now.into()),
                    value: Some(value),
                    unit: Some("Count".into()),
                    ..Default::default()
                }
            }
        }
    };
}

in_protocol!(cbor, "rpcv2Cbor");
in_protocol!(json, "awsJson1_0");
in_protocol!(query, "awsQuery");

pub async fn test(server: &Server, report: &mut Report) {
    cbor::test(server, report).await;
    json::test(server, report).await;
    query::test(server, report).await;
}
